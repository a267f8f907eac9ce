package hipaa.controls.protection.subnet_change_test

import data.hipaa.controls.protection.subnet_change
import data.hipaa.testing

_judged := {
	"aws_example.refused": {"state": "refused"},
	"aws_example.unknown": {"state": "unknown"},
	"aws_example.allowed": {"state": "allowed"},
}

test_each_state_has_its_status if {
	plan := testing.plan("subnet_change", "ephi", _judged)
	subnet_change.applies == {"aws_example.refused", "aws_example.unknown", "aws_example.allowed"} with input as plan
	subnet_change.status == {
		"aws_example.refused": "pass",
		"aws_example.unknown": "undetermined",
		"aws_example.allowed": "fail",
	} with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("subnet_change", "none", _judged)
	subnet_change.applies == set() with input as plan
	subnet_change.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	subnet_change.applies == set() with input as plan
	subnet_change.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("subnet_change", "ephi", {"aws_example.misspelt": {"state": "misspelt"}})
	subnet_change.applies == {"aws_example.misspelt"} with input as plan
	subnet_change.status == {} with input as plan
}
