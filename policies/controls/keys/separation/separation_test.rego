package hipaa.controls.keys.separation_test

import data.hipaa.controls.keys.separation
import data.hipaa.testing

_judged := {
	"aws_example.separated": {"state": "separated"},
	"aws_example.mixed": {"state": "mixed"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("key_separation", "ephi", _judged)
	separation.applies == {"aws_example.separated", "aws_example.mixed", "aws_example.unknown"} with input as plan
	separation.status == {
		"aws_example.separated": "pass",
		"aws_example.mixed": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_the_class_of_the_data_does_not_matter if {
	plan := testing.plan("key_separation", "none", _judged)
	separation.applies == {"aws_example.separated", "aws_example.mixed", "aws_example.unknown"} with input as plan
	separation.status == {
		"aws_example.separated": "pass",
		"aws_example.mixed": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	separation.applies == set() with input as plan
	separation.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("key_separation", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	separation.applies == {"aws_example.misspelt"} with input as plan
	separation.status == {} with input as plan
}
