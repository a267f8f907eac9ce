package hipaa.controls.logging.managed_group_test

import data.hipaa.controls.logging.managed_group
import data.hipaa.testing

_judged := {
	"aws_example.managed": {"state": "managed"},
	"aws_example.unmanaged": {"state": "unmanaged"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("log_group", "ephi", _judged)
	managed_group.applies == {"aws_example.managed", "aws_example.unmanaged", "aws_example.unknown"} with input as plan
	managed_group.status == {
		"aws_example.managed": "pass",
		"aws_example.unmanaged": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_what_is_labelled_none_is_not_judged if {
	plan := testing.plan("log_group", "none", _judged)
	managed_group.applies == set() with input as plan
	managed_group.status == {} with input as plan
}

test_types_that_hold_no_data_are_judged if {
	plan := testing.plan("log_group", "unclassified", _judged)
	managed_group.applies == {"aws_example.managed", "aws_example.unmanaged", "aws_example.unknown"} with input as plan
	managed_group.status == {
		"aws_example.managed": "pass",
		"aws_example.unmanaged": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	managed_group.applies == set() with input as plan
	managed_group.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("log_group", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	managed_group.applies == {"aws_example.misspelt"} with input as plan
	managed_group.status == {} with input as plan
}
