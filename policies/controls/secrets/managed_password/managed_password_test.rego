package hipaa.controls.secrets.managed_password_test

import data.hipaa.controls.secrets.managed_password
import data.hipaa.testing

_judged := {
	"aws_example.managed": {"state": "managed"},
	"aws_example.unstored": {"state": "unstored"},
	"aws_example.stored": {"state": "stored"},
	"aws_example.none": {"state": "none"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("managed_password", "ephi", _judged)
	managed_password.applies == {"aws_example.managed", "aws_example.unstored", "aws_example.stored", "aws_example.none", "aws_example.unknown"} with input as plan
	managed_password.status == {
		"aws_example.managed": "pass",
		"aws_example.unstored": "pass",
		"aws_example.stored": "fail",
		"aws_example.none": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("managed_password", "none", _judged)
	managed_password.applies == set() with input as plan
	managed_password.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	managed_password.applies == set() with input as plan
	managed_password.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("managed_password", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	managed_password.applies == {"aws_example.misspelt"} with input as plan
	managed_password.status == {} with input as plan
}
