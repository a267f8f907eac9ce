package hipaa.controls.availability.cross_zone_test

import data.hipaa.controls.availability.cross_zone
import data.hipaa.testing

_judged := {
	"aws_example.on": {"state": "on"},
	"aws_example.unknown": {"state": "unknown"},
	"aws_example.off": {"state": "off"},
}

test_each_state_has_its_status if {
	plan := testing.plan("cross_zone", "ephi", _judged)
	cross_zone.applies == {"aws_example.on", "aws_example.unknown", "aws_example.off"} with input as plan
	cross_zone.status == {
		"aws_example.on": "pass",
		"aws_example.unknown": "undetermined",
		"aws_example.off": "fail",
	} with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("cross_zone", "none", _judged)
	cross_zone.applies == set() with input as plan
	cross_zone.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	cross_zone.applies == set() with input as plan
	cross_zone.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("cross_zone", "ephi", {"aws_example.misspelt": {"state": "misspelt"}})
	cross_zone.applies == {"aws_example.misspelt"} with input as plan
	cross_zone.status == {} with input as plan
}
