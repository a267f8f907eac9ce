package hipaa.controls.backup.vault_lock_test

import data.hipaa.controls.backup.vault_lock
import data.hipaa.testing

_judged := {
	"aws_example.compliance": {"state": "compliance"},
	"aws_example.governance": {"state": "governance"},
	"aws_example.none": {"state": "none"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("vault_lock", "ephi", _judged)
	vault_lock.applies == {
		"aws_example.compliance",
		"aws_example.governance",
		"aws_example.none",
		"aws_example.unknown",
	} with input as plan
	vault_lock.status == {
		"aws_example.compliance": "pass",
		"aws_example.governance": "fail",
		"aws_example.none": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_the_class_of_the_data_does_not_matter if {
	plan := testing.plan("vault_lock", "none", _judged)
	vault_lock.applies == {
		"aws_example.compliance",
		"aws_example.governance",
		"aws_example.none",
		"aws_example.unknown",
	} with input as plan
	vault_lock.status == {
		"aws_example.compliance": "pass",
		"aws_example.governance": "fail",
		"aws_example.none": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	vault_lock.applies == set() with input as plan
	vault_lock.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("vault_lock", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	vault_lock.applies == {"aws_example.misspelt"} with input as plan
	vault_lock.status == {} with input as plan
}
