package hipaa.controls.encryption.transit_strength_test

import data.hipaa.controls.encryption.transit_strength
import data.hipaa.testing

_judged := {
	"aws_example.on": {"state": "on"},
	"aws_example.weak": {"state": "weak"},
	"aws_example.off": {"state": "off"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("transit", "ephi", _judged)
	transit_strength.applies == {"aws_example.on", "aws_example.weak"} with input as plan
	transit_strength.status == {
		"aws_example.on": "pass",
		"aws_example.weak": "fail",
	} with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("transit", "none", _judged)
	transit_strength.applies == set() with input as plan
	transit_strength.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	transit_strength.applies == set() with input as plan
	transit_strength.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("transit", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	transit_strength.applies == {"aws_example.misspelt"} with input as plan
	transit_strength.status == {} with input as plan
}
