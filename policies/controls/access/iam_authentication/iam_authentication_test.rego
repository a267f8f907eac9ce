package hipaa.controls.access.iam_authentication_test

import data.hipaa.controls.access.iam_authentication
import data.hipaa.testing

_judged := {
	"aws_example.on": {"state": "on"},
	"aws_example.off": {"state": "off"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("iam_authentication", "ephi", _judged)
	iam_authentication.applies == {"aws_example.on", "aws_example.off", "aws_example.unknown"} with input as plan
	iam_authentication.status == {
		"aws_example.on": "pass",
		"aws_example.off": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_types_that_hold_no_data_are_judged if {
	plan := testing.plan("iam_authentication", "unclassified", _judged)
	iam_authentication.applies == {"aws_example.on", "aws_example.off", "aws_example.unknown"} with input as plan
	iam_authentication.status == {
		"aws_example.on": "pass",
		"aws_example.off": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	iam_authentication.applies == set() with input as plan
	iam_authentication.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("iam_authentication", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	iam_authentication.applies == {"aws_example.misspelt"} with input as plan
	iam_authentication.status == {} with input as plan
}

test_what_is_labelled_none_is_not_judged if {
	plan := testing.plan("iam_authentication", "none", _judged)
	iam_authentication.applies == set() with input as plan
	iam_authentication.status == {} with input as plan
}
