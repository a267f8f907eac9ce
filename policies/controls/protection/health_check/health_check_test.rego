package hipaa.controls.protection.health_check_test

import data.hipaa.controls.protection.health_check
import data.hipaa.testing

_judged := {
	"aws_example.load_balancer": {"state": "load-balancer"},
	"aws_example.machine": {"state": "machine"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("health_check", "ephi", _judged)
	health_check.applies == {
		"aws_example.load_balancer",
		"aws_example.machine",
		"aws_example.unknown",
	} with input as plan
	health_check.status == {
		"aws_example.load_balancer": "pass",
		"aws_example.machine": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_what_is_labelled_none_is_not_judged if {
	plan := testing.plan("health_check", "none", _judged)
	health_check.applies == set() with input as plan
	health_check.status == {} with input as plan
}

test_types_that_hold_no_data_are_judged if {
	plan := testing.plan("health_check", "unclassified", _judged)
	health_check.applies == {
		"aws_example.load_balancer",
		"aws_example.machine",
		"aws_example.unknown",
	} with input as plan
	health_check.status == {
		"aws_example.load_balancer": "pass",
		"aws_example.machine": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	health_check.applies == set() with input as plan
	health_check.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("health_check", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	health_check.applies == {"aws_example.misspelt"} with input as plan
	health_check.status == {} with input as plan
}
