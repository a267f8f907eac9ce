package hipaa.controls.access.password_reuse_test

import data.hipaa.controls.access.password_reuse
import data.hipaa.testing

_judged := {
	"aws_example.fewer": {"state": "known", "passwords": 23},
	"aws_example.exact": {"state": "known", "passwords": 24},
	"aws_example.more": {"state": "known", "passwords": 25},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("password_reuse", "ephi", _judged)
	password_reuse.applies == {
		"aws_example.fewer",
		"aws_example.exact",
		"aws_example.more",
		"aws_example.unknown",
	} with input as plan
	password_reuse.status == {
		"aws_example.fewer": "fail",
		"aws_example.exact": "pass",
		"aws_example.more": "pass",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_the_class_of_the_data_does_not_matter if {
	plan := testing.plan("password_reuse", "none", _judged)
	password_reuse.applies == {
		"aws_example.fewer",
		"aws_example.exact",
		"aws_example.more",
		"aws_example.unknown",
	} with input as plan
	password_reuse.status == {
		"aws_example.fewer": "fail",
		"aws_example.exact": "pass",
		"aws_example.more": "pass",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	password_reuse.applies == set() with input as plan
	password_reuse.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("password_reuse", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	password_reuse.applies == {"aws_example.misspelt"} with input as plan
	password_reuse.status == {} with input as plan
}
