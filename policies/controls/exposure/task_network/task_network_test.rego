package hipaa.controls.exposure.task_network_test

import data.hipaa.controls.exposure.task_network
import data.hipaa.testing

_judged := {
	"aws_example.own": {"state": "own"},
	"aws_example.shared": {"state": "shared"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("task_network", "ephi", _judged)
	task_network.applies == {"aws_example.own", "aws_example.shared", "aws_example.unknown"} with input as plan
	task_network.status == {
		"aws_example.own": "pass",
		"aws_example.shared": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_what_is_labelled_none_is_not_judged if {
	plan := testing.plan("task_network", "none", _judged)
	task_network.applies == set() with input as plan
	task_network.status == {} with input as plan
}

test_types_that_hold_no_data_are_judged if {
	plan := testing.plan("task_network", "unclassified", _judged)
	task_network.applies == {"aws_example.own", "aws_example.shared", "aws_example.unknown"} with input as plan
	task_network.status == {
		"aws_example.own": "pass",
		"aws_example.shared": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	task_network.applies == set() with input as plan
	task_network.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("task_network", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	task_network.applies == {"aws_example.misspelt"} with input as plan
	task_network.status == {} with input as plan
}
