package hipaa.controls.backup.vault_policy_test

import data.hipaa.controls.backup.vault_policy
import data.hipaa.testing

_judged := {
	"aws_example.denied": {"state": "denied"},
	"aws_example.open": {"state": "open"},
	"aws_example.unknown": {"state": "unknown"},
}

_all := {
	"aws_example.denied",
	"aws_example.open",
	"aws_example.unknown",
}

_statuses := {
	"aws_example.denied": "pass",
	"aws_example.open": "fail",
	"aws_example.unknown": "undetermined",
}

test_each_state_has_its_status if {
	plan := testing.plan("vault_policy", "ephi", _judged)
	vault_policy.applies == _all with input as plan
	vault_policy.status == _statuses with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("vault_policy", "none", _judged)
	vault_policy.applies == set() with input as plan
	vault_policy.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	vault_policy.applies == set() with input as plan
	vault_policy.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("vault_policy", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	vault_policy.applies == {"aws_example.misspelt"} with input as plan
	vault_policy.status == {} with input as plan
}
