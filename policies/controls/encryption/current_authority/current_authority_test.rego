package hipaa.controls.encryption.current_authority_test

import data.hipaa.controls.encryption.current_authority
import data.hipaa.testing

_judged := {
	"aws_example.current": {"state": "current"},
	"aws_example.expired": {"state": "expired"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("ca_certificate", "ephi", _judged)
	current_authority.applies == {"aws_example.current", "aws_example.expired", "aws_example.unknown"} with input as plan
	current_authority.status == {
		"aws_example.current": "pass",
		"aws_example.expired": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("ca_certificate", "none", _judged)
	current_authority.applies == set() with input as plan
	current_authority.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	current_authority.applies == set() with input as plan
	current_authority.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("ca_certificate", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	current_authority.applies == {"aws_example.misspelt"} with input as plan
	current_authority.status == {} with input as plan
}
