package hipaa.controls.access.group_second_factor_test

import data.hipaa.controls.access.group_second_factor
import data.hipaa.testing

_judged := {
	"aws_example.on": {"state": "on"},
	"aws_example.unknown": {"state": "unknown"},
	"aws_example.off": {"state": "off"},
}

test_each_state_has_its_status if {
	plan := testing.plan("group_second_factor", "ephi", _judged)
	group_second_factor.applies == {"aws_example.on", "aws_example.unknown", "aws_example.off"} with input as plan
	group_second_factor.status == {
		"aws_example.on": "pass",
		"aws_example.unknown": "undetermined",
		"aws_example.off": "fail",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	group_second_factor.applies == set() with input as plan
	group_second_factor.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("group_second_factor", "ephi", {"aws_example.misspelt": {"state": "misspelt"}})
	group_second_factor.applies == {"aws_example.misspelt"} with input as plan
	group_second_factor.status == {} with input as plan
}
