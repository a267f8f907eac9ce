package hipaa.controls.access.task_role_test

import data.hipaa.controls.access.task_role
import data.hipaa.testing

_judged := {
	"aws_example.separate": {"state": "separate"},
	"aws_example.shared": {"state": "shared"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("task_role", "ephi", _judged)
	task_role.applies == {"aws_example.separate", "aws_example.shared", "aws_example.unknown"} with input as plan
	task_role.status == {
		"aws_example.separate": "pass",
		"aws_example.shared": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_what_is_labelled_none_is_not_judged if {
	plan := testing.plan("task_role", "none", _judged)
	task_role.applies == set() with input as plan
	task_role.status == {} with input as plan
}

test_types_that_hold_no_data_are_judged if {
	plan := testing.plan("task_role", "unclassified", _judged)
	task_role.applies == {"aws_example.separate", "aws_example.shared", "aws_example.unknown"} with input as plan
	task_role.status == {
		"aws_example.separate": "pass",
		"aws_example.shared": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	task_role.applies == set() with input as plan
	task_role.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("task_role", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	task_role.applies == {"aws_example.misspelt"} with input as plan
	task_role.status == {} with input as plan
}
