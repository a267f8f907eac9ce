package hipaa.controls.access.shared_policies_test

import data.hipaa.controls.access.shared_policies
import data.hipaa.testing

_judged := {
	"aws_example.none": {"state": "none"},
	"aws_example.unknown": {"state": "unknown"},
	"aws_example.inline": {"state": "inline"},
}

test_each_state_has_its_status if {
	plan := testing.plan("inline_policy", "ephi", _judged)
	shared_policies.applies == {"aws_example.none", "aws_example.unknown", "aws_example.inline"} with input as plan
	shared_policies.status == {
		"aws_example.none": "pass",
		"aws_example.unknown": "undetermined",
		"aws_example.inline": "fail",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	shared_policies.applies == set() with input as plan
	shared_policies.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("inline_policy", "ephi", {"aws_example.misspelt": {"state": "misspelt"}})
	shared_policies.applies == {"aws_example.misspelt"} with input as plan
	shared_policies.status == {} with input as plan
}
