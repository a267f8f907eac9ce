package hipaa.controls.secrets.rotation_interval_test

import data.hipaa.controls.secrets.rotation_interval
import data.hipaa.testing

_judged := {
	"aws_example.sooner": {"state": "known", "age": 89},
	"aws_example.exact": {"state": "known", "age": 90},
	"aws_example.later": {"state": "known", "age": 91},
	"aws_example.unknown": {"state": "unknown"},
	"aws_example.never": {"state": "never"},
}

test_each_state_has_its_status if {
	plan := testing.plan("rotation_interval", "ephi", _judged)
	rotation_interval.applies == {
		"aws_example.sooner",
		"aws_example.exact",
		"aws_example.later",
		"aws_example.unknown",
		"aws_example.never",
	} with input as plan
	rotation_interval.status == {
		"aws_example.sooner": "pass",
		"aws_example.exact": "pass",
		"aws_example.later": "fail",
		"aws_example.unknown": "undetermined",
		"aws_example.never": "fail",
	} with input as plan
}

test_the_class_of_the_data_does_not_matter if {
	plan := testing.plan("rotation_interval", "none", {"aws_example.later": {"state": "known", "age": 91}})
	rotation_interval.applies == {"aws_example.later"} with input as plan
	rotation_interval.status == {"aws_example.later": "fail"} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	rotation_interval.applies == set() with input as plan
	rotation_interval.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("rotation_interval", "ephi", {"aws_example.misspelt": {"state": "onn", "age": 1}})
	rotation_interval.applies == {"aws_example.misspelt"} with input as plan
	rotation_interval.status == {} with input as plan
}
