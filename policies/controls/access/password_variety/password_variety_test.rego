package hipaa.controls.access.password_variety_test

import data.hipaa.controls.access.password_variety
import data.hipaa.testing

_judged := {
	"aws_example.all": {"state": "all"},
	"aws_example.some": {"state": "some"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("password_variety", "ephi", _judged)
	password_variety.applies == {
		"aws_example.all",
		"aws_example.some",
		"aws_example.unknown",
	} with input as plan
	password_variety.status == {
		"aws_example.all": "pass",
		"aws_example.some": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_the_class_of_the_data_does_not_matter if {
	plan := testing.plan("password_variety", "none", _judged)
	password_variety.applies == {
		"aws_example.all",
		"aws_example.some",
		"aws_example.unknown",
	} with input as plan
	password_variety.status == {
		"aws_example.all": "pass",
		"aws_example.some": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	password_variety.applies == set() with input as plan
	password_variety.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("password_variety", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	password_variety.applies == {"aws_example.misspelt"} with input as plan
	password_variety.status == {} with input as plan
}
