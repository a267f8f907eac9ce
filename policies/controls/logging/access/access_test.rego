package hipaa.controls.logging.access_test

import data.hipaa.controls.logging.access
import data.hipaa.testing

_judged := {
	"aws_example.on": {"state": "on"},
	"aws_example.off": {"state": "off"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("access_log", "ephi", _judged)
	access.applies == {"aws_example.on", "aws_example.off", "aws_example.unknown"} with input as plan
	access.status == {
		"aws_example.on": "pass",
		"aws_example.off": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_types_that_hold_no_data_are_judged if {
	plan := testing.plan("access_log", "unclassified", _judged)
	access.applies == {"aws_example.on", "aws_example.off", "aws_example.unknown"} with input as plan
	access.status == {
		"aws_example.on": "pass",
		"aws_example.off": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	access.applies == set() with input as plan
	access.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("access_log", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	access.applies == {"aws_example.misspelt"} with input as plan
	access.status == {} with input as plan
}

test_what_is_labelled_none_is_not_judged if {
	plan := testing.plan("access_log", "none", _judged)
	access.applies == set() with input as plan
	access.status == {} with input as plan
}
