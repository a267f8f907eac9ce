package hipaa.controls.access.idle_limit_test

import data.hipaa.controls.access.idle_limit
import data.hipaa.testing

_judged := {
	"aws_example.longer": {"state": "known", "minutes": 31},
	"aws_example.exact": {"state": "known", "minutes": 30},
	"aws_example.shorter": {"state": "known", "minutes": 29},
	"aws_example.none": {"state": "none"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("idle_limit", "ephi", _judged)
	idle_limit.applies == {
		"aws_example.longer",
		"aws_example.exact",
		"aws_example.shorter",
		"aws_example.none",
		"aws_example.unknown",
	} with input as plan
	idle_limit.status == {
		"aws_example.longer": "fail",
		"aws_example.exact": "pass",
		"aws_example.shorter": "pass",
		"aws_example.none": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_what_is_labelled_none_is_not_judged if {
	plan := testing.plan("idle_limit", "none", _judged)
	idle_limit.applies == set() with input as plan
	idle_limit.status == {} with input as plan
}

test_types_that_hold_no_data_are_judged if {
	plan := testing.plan("idle_limit", "unclassified", _judged)
	idle_limit.applies == {
		"aws_example.longer",
		"aws_example.exact",
		"aws_example.shorter",
		"aws_example.none",
		"aws_example.unknown",
	} with input as plan
	idle_limit.status == {
		"aws_example.longer": "fail",
		"aws_example.exact": "pass",
		"aws_example.shorter": "pass",
		"aws_example.none": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	idle_limit.applies == set() with input as plan
	idle_limit.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("idle_limit", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	idle_limit.applies == {"aws_example.misspelt"} with input as plan
	idle_limit.status == {} with input as plan
}
