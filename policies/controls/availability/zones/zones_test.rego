package hipaa.controls.availability.zones_test

import data.hipaa.controls.availability.zones
import data.hipaa.testing

_judged := {
	"aws_example.several": {"state": "several"},
	"aws_example.single": {"state": "single"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("zones", "ephi", _judged)
	zones.applies == {"aws_example.several", "aws_example.single", "aws_example.unknown"} with input as plan
	zones.status == {
		"aws_example.several": "pass",
		"aws_example.single": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("zones", "none", _judged)
	zones.applies == set() with input as plan
	zones.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	zones.applies == set() with input as plan
	zones.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("zones", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	zones.applies == {"aws_example.misspelt"} with input as plan
	zones.status == {} with input as plan
}
