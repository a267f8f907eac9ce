package hipaa.controls.exposure.endpoint_policy_test

import data.hipaa.controls.exposure.endpoint_policy
import data.hipaa.testing

_judged := {
	"aws_example.written": {"state": "written"},
	"aws_example.unwritten": {"state": "unwritten"},
}

test_each_state_has_its_status if {
	plan := testing.plan("endpoint_policy", "ephi", _judged)
	endpoint_policy.applies == {"aws_example.written", "aws_example.unwritten"} with input as plan
	endpoint_policy.status == {
		"aws_example.written": "pass",
		"aws_example.unwritten": "fail",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	endpoint_policy.applies == set() with input as plan
	endpoint_policy.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("endpoint_policy", "ephi", {"aws_example.misspelt": {"state": "misspelt"}})
	endpoint_policy.applies == {"aws_example.misspelt"} with input as plan
	endpoint_policy.status == {} with input as plan
}
