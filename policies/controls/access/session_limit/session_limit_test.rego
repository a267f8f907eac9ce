package hipaa.controls.access.session_limit_test

import data.hipaa.controls.access.session_limit
import data.hipaa.testing

_judged := {
	"aws_example.longer": {"state": "known", "hours": 13},
	"aws_example.exact": {"state": "known", "hours": 12},
	"aws_example.shorter": {"state": "known", "hours": 11},
	"aws_example.none": {"state": "none"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("session_limit", "ephi", _judged)
	session_limit.applies == {
		"aws_example.longer",
		"aws_example.exact",
		"aws_example.shorter",
		"aws_example.none",
		"aws_example.unknown",
	} with input as plan
	session_limit.status == {
		"aws_example.longer": "fail",
		"aws_example.exact": "pass",
		"aws_example.shorter": "pass",
		"aws_example.none": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_what_is_labelled_none_is_not_judged if {
	plan := testing.plan("session_limit", "none", _judged)
	session_limit.applies == set() with input as plan
	session_limit.status == {} with input as plan
}

test_types_that_hold_no_data_are_judged if {
	plan := testing.plan("session_limit", "unclassified", _judged)
	session_limit.applies == {
		"aws_example.longer",
		"aws_example.exact",
		"aws_example.shorter",
		"aws_example.none",
		"aws_example.unknown",
	} with input as plan
	session_limit.status == {
		"aws_example.longer": "fail",
		"aws_example.exact": "pass",
		"aws_example.shorter": "pass",
		"aws_example.none": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	session_limit.applies == set() with input as plan
	session_limit.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("session_limit", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	session_limit.applies == {"aws_example.misspelt"} with input as plan
	session_limit.status == {} with input as plan
}
