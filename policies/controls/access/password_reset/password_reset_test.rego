package hipaa.controls.access.password_reset_test

import data.hipaa.controls.access.password_reset
import data.hipaa.testing

_judged := {
	"aws_example.on": {"state": "on"},
	"aws_example.off": {"state": "off"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("password_reset", "ephi", _judged)
	password_reset.applies == {
		"aws_example.on",
		"aws_example.off",
		"aws_example.unknown",
	} with input as plan
	password_reset.status == {
		"aws_example.on": "pass",
		"aws_example.off": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_the_class_of_the_data_does_not_matter if {
	plan := testing.plan("password_reset", "none", _judged)
	password_reset.applies == {
		"aws_example.on",
		"aws_example.off",
		"aws_example.unknown",
	} with input as plan
	password_reset.status == {
		"aws_example.on": "pass",
		"aws_example.off": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	password_reset.applies == set() with input as plan
	password_reset.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("password_reset", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	password_reset.applies == {"aws_example.misspelt"} with input as plan
	password_reset.status == {} with input as plan
}
