package hipaa.controls.integrity.mfa_delete_test

import data.hipaa.controls.integrity.mfa_delete
import data.hipaa.testing

_judged := {
	"aws_example.on": {"state": "on"},
	"aws_example.unknown": {"state": "unknown"},
	"aws_example.off": {"state": "off"},
}

test_each_state_has_its_status if {
	plan := testing.plan("mfa_delete", "ephi", _judged)
	mfa_delete.applies == {"aws_example.on", "aws_example.unknown", "aws_example.off"} with input as plan
	mfa_delete.status == {
		"aws_example.on": "pass",
		"aws_example.unknown": "undetermined",
		"aws_example.off": "fail",
	} with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("mfa_delete", "none", _judged)
	mfa_delete.applies == set() with input as plan
	mfa_delete.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	mfa_delete.applies == set() with input as plan
	mfa_delete.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("mfa_delete", "ephi", {"aws_example.misspelt": {"state": "misspelt"}})
	mfa_delete.applies == {"aws_example.misspelt"} with input as plan
	mfa_delete.status == {} with input as plan
}
