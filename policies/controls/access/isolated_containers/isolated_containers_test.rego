package hipaa.controls.access.isolated_containers_test

import data.hipaa.controls.access.isolated_containers
import data.hipaa.testing

_judged := {
	"aws_example.isolated": {"state": "isolated"},
	"aws_example.shared": {"state": "shared"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("container_isolation", "ephi", _judged)
	isolated_containers.applies == {
		"aws_example.isolated",
		"aws_example.shared",
		"aws_example.unknown",
	} with input as plan
	isolated_containers.status == {
		"aws_example.isolated": "pass",
		"aws_example.shared": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_what_is_labelled_none_is_not_judged if {
	plan := testing.plan("container_isolation", "none", _judged)
	isolated_containers.applies == set() with input as plan
	isolated_containers.status == {} with input as plan
}

test_types_that_hold_no_data_are_judged if {
	plan := testing.plan("container_isolation", "unclassified", _judged)
	isolated_containers.applies == {
		"aws_example.isolated",
		"aws_example.shared",
		"aws_example.unknown",
	} with input as plan
	isolated_containers.status == {
		"aws_example.isolated": "pass",
		"aws_example.shared": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	isolated_containers.applies == set() with input as plan
	isolated_containers.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("container_isolation", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	isolated_containers.applies == {"aws_example.misspelt"} with input as plan
	isolated_containers.status == {} with input as plan
}
