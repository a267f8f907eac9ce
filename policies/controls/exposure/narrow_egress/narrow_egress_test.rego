package hipaa.controls.exposure.narrow_egress_test

import data.hipaa.controls.exposure.narrow_egress
import data.hipaa.testing

_judged := {
	"aws_example.narrow": {"state": "narrow"},
	"aws_example.unknown": {"state": "unknown"},
	"aws_example.open": {"state": "open"},
}

test_each_state_has_its_status if {
	plan := testing.plan("egress", "ephi", _judged)
	narrow_egress.applies == {"aws_example.narrow", "aws_example.unknown", "aws_example.open"} with input as plan
	narrow_egress.status == {
		"aws_example.narrow": "pass",
		"aws_example.unknown": "undetermined",
		"aws_example.open": "fail",
	} with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("egress", "none", _judged)
	narrow_egress.applies == set() with input as plan
	narrow_egress.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	narrow_egress.applies == set() with input as plan
	narrow_egress.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("egress", "ephi", {"aws_example.misspelt": {"state": "misspelt"}})
	narrow_egress.applies == {"aws_example.misspelt"} with input as plan
	narrow_egress.status == {} with input as plan
}
