package hipaa.controls.access.invited_users_test

import data.hipaa.controls.access.invited_users
import data.hipaa.testing

_judged := {
	"aws_example.closed": {"state": "closed"},
	"aws_example.open": {"state": "open"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("self_registration", "ephi", _judged)
	invited_users.applies == {"aws_example.closed", "aws_example.open", "aws_example.unknown"} with input as plan
	invited_users.status == {
		"aws_example.closed": "pass",
		"aws_example.open": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_what_is_labelled_none_is_not_judged if {
	plan := testing.plan("self_registration", "none", _judged)
	invited_users.applies == set() with input as plan
	invited_users.status == {} with input as plan
}

test_types_that_hold_no_data_are_judged if {
	plan := testing.plan("self_registration", "unclassified", _judged)
	invited_users.applies == {"aws_example.closed", "aws_example.open", "aws_example.unknown"} with input as plan
	invited_users.status == {
		"aws_example.closed": "pass",
		"aws_example.open": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	invited_users.applies == set() with input as plan
	invited_users.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("self_registration", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	invited_users.applies == {"aws_example.misspelt"} with input as plan
	invited_users.status == {} with input as plan
}
