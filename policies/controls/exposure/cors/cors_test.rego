package hipaa.controls.exposure.cors_test

import data.hipaa.controls.exposure.cors
import data.hipaa.testing

_judged := {
	"aws_example.named": {"state": "named"},
	"aws_example.any": {"state": "any"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("cors", "ephi", _judged)
	cors.applies == {"aws_example.named", "aws_example.any", "aws_example.unknown"} with input as plan
	cors.status == {
		"aws_example.named": "pass",
		"aws_example.any": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_what_is_labelled_none_is_not_judged if {
	plan := testing.plan("cors", "none", _judged)
	cors.applies == set() with input as plan
	cors.status == {} with input as plan
}

test_types_that_hold_no_data_are_judged if {
	plan := testing.plan("cors", "unclassified", _judged)
	cors.applies == {"aws_example.named", "aws_example.any", "aws_example.unknown"} with input as plan
	cors.status == {
		"aws_example.named": "pass",
		"aws_example.any": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	cors.applies == set() with input as plan
	cors.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("cors", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	cors.applies == {"aws_example.misspelt"} with input as plan
	cors.status == {} with input as plan
}
