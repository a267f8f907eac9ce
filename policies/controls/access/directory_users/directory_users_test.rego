package hipaa.controls.access.directory_users_test

import data.hipaa.controls.access.directory_users
import data.hipaa.testing

_judged := {
	"aws_example.none": {"state": "none"},
	"aws_example.kept": {"state": "kept"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("internal_users", "ephi", _judged)
	directory_users.applies == {"aws_example.none", "aws_example.kept", "aws_example.unknown"} with input as plan
	directory_users.status == {
		"aws_example.none": "pass",
		"aws_example.kept": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("internal_users", "none", _judged)
	directory_users.applies == set() with input as plan
	directory_users.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	directory_users.applies == set() with input as plan
	directory_users.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("internal_users", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	directory_users.applies == {"aws_example.misspelt"} with input as plan
	directory_users.status == {} with input as plan
}
