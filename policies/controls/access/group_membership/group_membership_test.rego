package hipaa.controls.access.group_membership_test

import data.hipaa.controls.access.group_membership
import data.hipaa.testing

_judged := {
	"aws_example.member": {"state": "member"},
	"aws_example.unknown": {"state": "unknown"},
	"aws_example.none": {"state": "none"},
}

test_each_state_has_its_status if {
	plan := testing.plan("group_membership", "ephi", _judged)
	group_membership.applies == {"aws_example.member", "aws_example.unknown", "aws_example.none"} with input as plan
	group_membership.status == {
		"aws_example.member": "pass",
		"aws_example.unknown": "undetermined",
		"aws_example.none": "fail",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	group_membership.applies == set() with input as plan
	group_membership.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("group_membership", "ephi", {"aws_example.misspelt": {"state": "misspelt"}})
	group_membership.applies == {"aws_example.misspelt"} with input as plan
	group_membership.status == {} with input as plan
}
