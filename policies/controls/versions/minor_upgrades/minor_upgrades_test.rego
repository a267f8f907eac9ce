package hipaa.controls.versions.minor_upgrades_test

import data.hipaa.controls.versions.minor_upgrades
import data.hipaa.testing

_judged := {
	"aws_example.on": {"state": "on"},
	"aws_example.off": {"state": "off"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("minor_upgrades", "ephi", _judged)
	minor_upgrades.applies == {"aws_example.on", "aws_example.off", "aws_example.unknown"} with input as plan
	minor_upgrades.status == {
		"aws_example.on": "pass",
		"aws_example.off": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("minor_upgrades", "none", _judged)
	minor_upgrades.applies == set() with input as plan
	minor_upgrades.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	minor_upgrades.applies == set() with input as plan
	minor_upgrades.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("minor_upgrades", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	minor_upgrades.applies == {"aws_example.misspelt"} with input as plan
	minor_upgrades.status == {} with input as plan
}
