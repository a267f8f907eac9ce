package hipaa.controls.exposure.closed_default_group_test

import data.hipaa.controls.exposure.closed_default_group
import data.hipaa.testing

_judged := {
	"aws_example.closed": {"state": "closed"},
	"aws_example.unknown": {"state": "unknown"},
	"aws_example.open": {"state": "open"},
}

test_each_state_has_its_status if {
	plan := testing.plan("default_security_group", "ephi", _judged)
	closed_default_group.applies == {"aws_example.closed", "aws_example.unknown", "aws_example.open"} with input as plan
	closed_default_group.status == {
		"aws_example.closed": "pass",
		"aws_example.unknown": "undetermined",
		"aws_example.open": "fail",
	} with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("default_security_group", "none", _judged)
	closed_default_group.applies == set() with input as plan
	closed_default_group.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	closed_default_group.applies == set() with input as plan
	closed_default_group.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("default_security_group", "ephi", {"aws_example.misspelt": {"state": "misspelt"}})
	closed_default_group.applies == {"aws_example.misspelt"} with input as plan
	closed_default_group.status == {} with input as plan
}
