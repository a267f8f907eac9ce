package hipaa.controls.exposure.store_ports_test

import data.hipaa.controls.exposure.store_ports
import data.hipaa.testing

_judged := {
	"aws_example.own": {"state": "own"},
	"aws_example.more": {"state": "more"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("store_ports", "ephi", _judged)
	store_ports.applies == {
		"aws_example.own",
		"aws_example.more",
		"aws_example.unknown",
	} with input as plan
	store_ports.status == {
		"aws_example.own": "pass",
		"aws_example.more": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_types_that_hold_no_data_are_judged if {
	plan := testing.plan("store_ports", "unclassified", _judged)
	store_ports.applies == {
		"aws_example.own",
		"aws_example.more",
		"aws_example.unknown",
	} with input as plan
	store_ports.status == {
		"aws_example.own": "pass",
		"aws_example.more": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	store_ports.applies == set() with input as plan
	store_ports.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("store_ports", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	store_ports.applies == {"aws_example.misspelt"} with input as plan
	store_ports.status == {} with input as plan
}

test_what_is_labelled_none_is_not_judged if {
	plan := testing.plan("store_ports", "none", _judged)
	store_ports.applies == set() with input as plan
	store_ports.status == {} with input as plan
}
