package hipaa.controls.access.password_length_test

import data.hipaa.controls.access.password_length
import data.hipaa.testing

_judged := {
	"aws_example.longer": {"state": "known", "characters": 13},
	"aws_example.exact": {"state": "known", "characters": 12},
	"aws_example.shorter": {"state": "known", "characters": 11},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("password_length", "ephi", _judged)
	password_length.applies == {
		"aws_example.longer",
		"aws_example.exact",
		"aws_example.shorter",
		"aws_example.unknown",
	} with input as plan
	password_length.status == {
		"aws_example.longer": "pass",
		"aws_example.exact": "pass",
		"aws_example.shorter": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_what_is_labelled_none_is_not_judged if {
	plan := testing.plan("password_length", "none", _judged)
	password_length.applies == set() with input as plan
	password_length.status == {} with input as plan
}

test_types_that_hold_no_data_are_judged if {
	plan := testing.plan("password_length", "unclassified", _judged)
	password_length.applies == {
		"aws_example.longer",
		"aws_example.exact",
		"aws_example.shorter",
		"aws_example.unknown",
	} with input as plan
	password_length.status == {
		"aws_example.longer": "pass",
		"aws_example.exact": "pass",
		"aws_example.shorter": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	password_length.applies == set() with input as plan
	password_length.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("password_length", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	password_length.applies == {"aws_example.misspelt"} with input as plan
	password_length.status == {} with input as plan
}
