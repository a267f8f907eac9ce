package hipaa.controls.backup.key_independence_test

import data.hipaa.controls.backup.key_independence
import data.hipaa.testing

_judged := {
	"aws_example.independent": {"state": "independent"},
	"aws_example.shared": {"state": "shared"},
	"aws_example.unknown": {"state": "unknown"},
}

_all := {
	"aws_example.independent",
	"aws_example.shared",
	"aws_example.unknown",
}

_statuses := {
	"aws_example.independent": "pass",
	"aws_example.shared": "fail",
	"aws_example.unknown": "undetermined",
}

test_each_state_has_its_status if {
	plan := testing.plan("copy_keys", "ephi", _judged)
	key_independence.applies == _all with input as plan
	key_independence.status == _statuses with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("copy_keys", "none", _judged)
	key_independence.applies == set() with input as plan
	key_independence.status == {} with input as plan
}

test_data_that_is_only_derived_is_not_judged if {
	plan := testing.plan("copy_keys", "ephi-derived", _judged)
	key_independence.applies == set() with input as plan
	key_independence.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	key_independence.applies == set() with input as plan
	key_independence.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("copy_keys", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	key_independence.applies == {"aws_example.misspelt"} with input as plan
	key_independence.status == {} with input as plan
}
