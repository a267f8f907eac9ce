package hipaa.controls.access.known_accounts_test

import data.hipaa.controls.access.known_accounts
import data.hipaa.testing

_judged := {
	"aws_example.known": {"state": "known"},
	"aws_example.undeclared": {"state": "undeclared"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("admitted_accounts", "ephi", _judged)
	known_accounts.applies == {
		"aws_example.known",
		"aws_example.undeclared",
		"aws_example.unknown",
	} with input as plan
	known_accounts.status == {
		"aws_example.known": "pass",
		"aws_example.undeclared": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_the_class_of_the_data_does_not_matter if {
	plan := testing.plan("admitted_accounts", "none", _judged)
	known_accounts.applies == {
		"aws_example.known",
		"aws_example.undeclared",
		"aws_example.unknown",
	} with input as plan
	known_accounts.status == {
		"aws_example.known": "pass",
		"aws_example.undeclared": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	known_accounts.applies == set() with input as plan
	known_accounts.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("admitted_accounts", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	known_accounts.applies == {"aws_example.misspelt"} with input as plan
	known_accounts.status == {} with input as plan
}
