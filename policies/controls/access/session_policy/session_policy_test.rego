package hipaa.controls.access.session_policy_test

import data.hipaa.controls.access.session_policy
import data.hipaa.testing

_judged := {
	"aws_example.on": {"state": "on"},
	"aws_example.unknown": {"state": "unknown"},
	"aws_example.off": {"state": "off"},
}

test_each_state_has_its_status if {
	plan := testing.plan("session_policy", "ephi", _judged)
	session_policy.applies == {"aws_example.on", "aws_example.unknown", "aws_example.off"} with input as plan
	session_policy.status == {
		"aws_example.on": "pass",
		"aws_example.unknown": "undetermined",
		"aws_example.off": "fail",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	session_policy.applies == set() with input as plan
	session_policy.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("session_policy", "ephi", {"aws_example.misspelt": {"state": "misspelt"}})
	session_policy.applies == {"aws_example.misspelt"} with input as plan
	session_policy.status == {} with input as plan
}
