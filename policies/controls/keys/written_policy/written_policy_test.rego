package hipaa.controls.keys.written_policy_test

import data.hipaa.controls.keys.written_policy
import data.hipaa.testing

_judged := {
	"aws_example.separated": {"state": "separated"},
	"aws_example.absent": {"state": "absent"},
	"aws_example.open": {"state": "open"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("key_policy", "ephi", _judged)
	written_policy.applies == {"aws_example.separated", "aws_example.absent"} with input as plan
	written_policy.status == {
		"aws_example.separated": "pass",
		"aws_example.absent": "fail",
	} with input as plan
}

test_the_class_of_the_data_does_not_matter if {
	plan := testing.plan("key_policy", "none", _judged)
	written_policy.applies == {"aws_example.separated", "aws_example.absent"} with input as plan
	written_policy.status == {
		"aws_example.separated": "pass",
		"aws_example.absent": "fail",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	written_policy.applies == set() with input as plan
	written_policy.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("key_policy", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	written_policy.applies == {"aws_example.misspelt"} with input as plan
	written_policy.status == {} with input as plan
}
