package hipaa.controls.encryption.in_transit_test

import data.hipaa.controls.encryption.in_transit
import data.hipaa.testing

_judged := {
	"aws_example.on": {"state": "on"},
	"aws_example.off": {"state": "off"},
	"aws_example.unknown": {"state": "unknown"},
	"aws_example.weak": {"state": "weak"},
}

test_each_state_has_its_status if {
	plan := testing.plan("transit", "ephi", _judged)
	in_transit.applies == {"aws_example.on", "aws_example.off", "aws_example.unknown"} with input as plan
	in_transit.status == {
		"aws_example.on": "pass",
		"aws_example.off": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("transit", "none", _judged)
	in_transit.applies == set() with input as plan
	in_transit.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	in_transit.applies == set() with input as plan
	in_transit.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("transit", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	in_transit.applies == {"aws_example.misspelt"} with input as plan
	in_transit.status == {} with input as plan
}
