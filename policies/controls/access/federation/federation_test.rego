package hipaa.controls.access.federation_test

import data.hipaa.controls.access.federation
import data.hipaa.testing

_judged := {
	"aws_example.on": {"state": "on"},
	"aws_example.unknown": {"state": "unknown"},
	"aws_example.off": {"state": "off"},
}

test_each_state_has_its_status if {
	plan := testing.plan("federation", "ephi", _judged)
	federation.applies == {"aws_example.on", "aws_example.unknown", "aws_example.off"} with input as plan
	federation.status == {
		"aws_example.on": "pass",
		"aws_example.unknown": "undetermined",
		"aws_example.off": "fail",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	federation.applies == set() with input as plan
	federation.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("federation", "ephi", {"aws_example.misspelt": {"state": "misspelt"}})
	federation.applies == {"aws_example.misspelt"} with input as plan
	federation.status == {} with input as plan
}
