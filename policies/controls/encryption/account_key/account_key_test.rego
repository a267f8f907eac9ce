package hipaa.controls.encryption.account_key_test

import data.hipaa.controls.encryption.account_key
import data.hipaa.testing

_judged := {
	"aws_example.customer": {"state": "customer"},
	"aws_example.imposed": {"state": "imposed"},
	"aws_example.aws_managed": {"state": "aws-managed"},
	"aws_example.aws_owned": {"state": "aws-owned"},
	"aws_example.none": {"state": "none"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("encryption_key", "ephi", _judged)
	account_key.applies == {
		"aws_example.customer",
		"aws_example.imposed",
		"aws_example.aws_managed",
		"aws_example.aws_owned",
		"aws_example.none",
		"aws_example.unknown",
	} with input as plan
	account_key.status == {
		"aws_example.customer": "pass",
		"aws_example.imposed": "pass",
		"aws_example.aws_managed": "pass",
		"aws_example.aws_owned": "fail",
		"aws_example.none": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("encryption_key", "none", _judged)
	account_key.applies == set() with input as plan
	account_key.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	account_key.applies == set() with input as plan
	account_key.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("encryption_key", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	account_key.applies == {"aws_example.misspelt"} with input as plan
	account_key.status == {} with input as plan
}
