package hipaa.controls.keys.lockout_check_test

import data.hipaa.controls.keys.lockout_check
import data.hipaa.testing

_judged := {
	"aws_example.on": {"state": "on"},
	"aws_example.off": {"state": "off"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("key_lockout_check", "ephi", _judged)
	lockout_check.applies == {"aws_example.on", "aws_example.off", "aws_example.unknown"} with input as plan
	lockout_check.status == {
		"aws_example.on": "pass",
		"aws_example.off": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_the_class_of_the_data_does_not_matter if {
	plan := testing.plan("key_lockout_check", "none", _judged)
	lockout_check.applies == {"aws_example.on", "aws_example.off", "aws_example.unknown"} with input as plan
	lockout_check.status == {
		"aws_example.on": "pass",
		"aws_example.off": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	lockout_check.applies == set() with input as plan
	lockout_check.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("key_lockout_check", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	lockout_check.applies == {"aws_example.misspelt"} with input as plan
	lockout_check.status == {} with input as plan
}
