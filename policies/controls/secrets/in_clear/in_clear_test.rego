package hipaa.controls.secrets.in_clear_test

import data.hipaa.controls.secrets.in_clear
import data.hipaa.testing

_judged := {
	"aws_example.none": {"state": "none"},
	"aws_example.found": {"state": "found"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("plain_secret", "ephi", _judged)
	in_clear.applies == {"aws_example.none", "aws_example.found", "aws_example.unknown"} with input as plan
	in_clear.status == {
		"aws_example.none": "pass",
		"aws_example.found": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_the_class_of_the_data_does_not_matter if {
	plan := testing.plan("plain_secret", "none", _judged)
	in_clear.applies == {"aws_example.none", "aws_example.found", "aws_example.unknown"} with input as plan
	in_clear.status == {
		"aws_example.none": "pass",
		"aws_example.found": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	in_clear.applies == set() with input as plan
	in_clear.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("plain_secret", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	in_clear.applies == {"aws_example.misspelt"} with input as plan
	in_clear.status == {} with input as plan
}
