package hipaa.controls.exposure.user_existence_test

import data.hipaa.controls.exposure.user_existence
import data.hipaa.testing

_judged := {
	"aws_example.hidden": {"state": "hidden"},
	"aws_example.shown": {"state": "shown"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("user_existence", "ephi", _judged)
	user_existence.applies == {"aws_example.hidden", "aws_example.shown", "aws_example.unknown"} with input as plan
	user_existence.status == {
		"aws_example.hidden": "pass",
		"aws_example.shown": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_what_is_labelled_none_is_not_judged if {
	plan := testing.plan("user_existence", "none", _judged)
	user_existence.applies == set() with input as plan
	user_existence.status == {} with input as plan
}

test_types_that_hold_no_data_are_judged if {
	plan := testing.plan("user_existence", "unclassified", _judged)
	user_existence.applies == {"aws_example.hidden", "aws_example.shown", "aws_example.unknown"} with input as plan
	user_existence.status == {
		"aws_example.hidden": "pass",
		"aws_example.shown": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	user_existence.applies == set() with input as plan
	user_existence.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("user_existence", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	user_existence.applies == {"aws_example.misspelt"} with input as plan
	user_existence.status == {} with input as plan
}
