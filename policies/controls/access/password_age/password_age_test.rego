package hipaa.controls.access.password_age_test

import data.hipaa.controls.access.password_age
import data.hipaa.testing

_judged := {
	"aws_example.fewer": {"state": "known", "age": 89},
	"aws_example.exact": {"state": "known", "age": 90},
	"aws_example.more": {"state": "known", "age": 91},
	"aws_example.unknown": {"state": "unknown"},
	"aws_example.forever": {"state": "forever"},
}

test_each_state_has_its_status if {
	plan := testing.plan("password_age", "ephi", _judged)
	password_age.applies == {
		"aws_example.fewer",
		"aws_example.exact",
		"aws_example.more",
		"aws_example.unknown",
		"aws_example.forever",
	} with input as plan
	password_age.status == {
		"aws_example.fewer": "pass",
		"aws_example.exact": "pass",
		"aws_example.more": "fail",
		"aws_example.unknown": "undetermined",
		"aws_example.forever": "fail",
	} with input as plan
}

test_the_class_of_the_data_does_not_matter if {
	plan := testing.plan("password_age", "none", _judged)
	password_age.applies == {
		"aws_example.fewer",
		"aws_example.exact",
		"aws_example.more",
		"aws_example.unknown",
		"aws_example.forever",
	} with input as plan
	password_age.status == {
		"aws_example.fewer": "pass",
		"aws_example.exact": "pass",
		"aws_example.more": "fail",
		"aws_example.unknown": "undetermined",
		"aws_example.forever": "fail",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	password_age.applies == set() with input as plan
	password_age.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("password_age", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	password_age.applies == {"aws_example.misspelt"} with input as plan
	password_age.status == {} with input as plan
}
