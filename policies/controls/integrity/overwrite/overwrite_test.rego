package hipaa.controls.integrity.overwrite_test

import data.hipaa.controls.integrity.overwrite
import data.hipaa.testing

_judged := {
	"aws_example.on": {"state": "on"},
	"aws_example.off": {"state": "off"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("overwrite_protection", "ephi", _judged)
	overwrite.applies == {"aws_example.on", "aws_example.off", "aws_example.unknown"} with input as plan
	overwrite.status == {
		"aws_example.on": "pass",
		"aws_example.off": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_what_is_labelled_none_is_not_judged if {
	plan := testing.plan("overwrite_protection", "none", _judged)
	overwrite.applies == set() with input as plan
	overwrite.status == {} with input as plan
}

test_types_that_hold_no_data_are_judged if {
	plan := testing.plan("overwrite_protection", "unclassified", _judged)
	overwrite.applies == {"aws_example.on", "aws_example.off", "aws_example.unknown"} with input as plan
	overwrite.status == {
		"aws_example.on": "pass",
		"aws_example.off": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	overwrite.applies == set() with input as plan
	overwrite.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("overwrite_protection", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	overwrite.applies == {"aws_example.misspelt"} with input as plan
	overwrite.status == {} with input as plan
}
