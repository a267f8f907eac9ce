package hipaa.controls.detection.external_access_test

import data.hipaa.controls.detection.external_access
import data.hipaa.testing

_judged := {
	"aws_example.on": {"state": "on"},
	"aws_example.unknown": {"state": "unknown"},
	"aws_example.off": {"state": "off"},
}

test_each_state_has_its_status if {
	plan := testing.plan("access_analyzer", "ephi", _judged)
	external_access.applies == {"aws_example.on", "aws_example.unknown", "aws_example.off"} with input as plan
	external_access.status == {
		"aws_example.on": "pass",
		"aws_example.unknown": "undetermined",
		"aws_example.off": "fail",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	external_access.applies == set() with input as plan
	external_access.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("access_analyzer", "ephi", {"aws_example.misspelt": {"state": "misspelt"}})
	external_access.applies == {"aws_example.misspelt"} with input as plan
	external_access.status == {} with input as plan
}
