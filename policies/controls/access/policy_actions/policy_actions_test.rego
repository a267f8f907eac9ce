package hipaa.controls.access.policy_actions_test

import data.hipaa.controls.access.policy_actions
import data.hipaa.testing

_judged := {
	"aws_example.named": {"state": "private", "any_action": false},
	"aws_example.any": {"state": "private", "any_action": true},
	"aws_example.public": {"state": "public", "any_action": true},
	"aws_example.none": {"state": "none", "any_action": false},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("policy_exposure", "ephi", _judged)
	policy_actions.applies == {"aws_example.named", "aws_example.any", "aws_example.public"} with input as plan
	policy_actions.status == {
		"aws_example.named": "pass",
		"aws_example.any": "fail",
		"aws_example.public": "fail",
	} with input as plan
}

test_the_class_of_the_data_does_not_matter if {
	plan := testing.plan("policy_exposure", "none", _judged)
	policy_actions.applies == {"aws_example.named", "aws_example.any", "aws_example.public"} with input as plan
	policy_actions.status == {
		"aws_example.named": "pass",
		"aws_example.any": "fail",
		"aws_example.public": "fail",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	policy_actions.applies == set() with input as plan
	policy_actions.status == {} with input as plan
}
