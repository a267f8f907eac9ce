package hipaa.controls.exposure.shared_publicly_test

import data.hipaa.controls.exposure.shared_publicly
import data.hipaa.testing

_judged := {
	"aws_example.private": {"state": "private"},
	"aws_example.public": {"state": "public"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("sharing", "ephi", _judged)
	shared_publicly.applies == {"aws_example.private", "aws_example.public", "aws_example.unknown"} with input as plan
	shared_publicly.status == {
		"aws_example.private": "pass",
		"aws_example.public": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_types_that_hold_no_data_are_judged if {
	plan := testing.plan("sharing", "unclassified", _judged)
	shared_publicly.applies == {"aws_example.private", "aws_example.public", "aws_example.unknown"} with input as plan
	shared_publicly.status == {
		"aws_example.private": "pass",
		"aws_example.public": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	shared_publicly.applies == set() with input as plan
	shared_publicly.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("sharing", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	shared_publicly.applies == {"aws_example.misspelt"} with input as plan
	shared_publicly.status == {} with input as plan
}

test_what_is_labelled_none_is_not_judged if {
	plan := testing.plan("sharing", "none", _judged)
	shared_publicly.applies == set() with input as plan
	shared_publicly.status == {} with input as plan
}
