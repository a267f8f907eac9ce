package hipaa.controls.access.federated_users_test

import data.hipaa.controls.access.federated_users
import data.hipaa.testing

_judged := {
	"aws_example.none": {"state": "none"},
	"aws_example.unknown": {"state": "unknown"},
	"aws_example.kept": {"state": "kept"},
}

test_each_state_has_its_status if {
	plan := testing.plan("user_credentials", "ephi", _judged)
	federated_users.applies == {"aws_example.none", "aws_example.unknown", "aws_example.kept"} with input as plan
	federated_users.status == {
		"aws_example.none": "pass",
		"aws_example.unknown": "undetermined",
		"aws_example.kept": "fail",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	federated_users.applies == set() with input as plan
	federated_users.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("user_credentials", "ephi", {"aws_example.misspelt": {"state": "misspelt"}})
	federated_users.applies == {"aws_example.misspelt"} with input as plan
	federated_users.status == {} with input as plan
}
