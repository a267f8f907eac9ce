package hipaa.controls.encryption.replica_key_test

import data.hipaa.controls.encryption.replica_key
import data.hipaa.testing

_judged := {
	"aws_example.kept": {"state": "kept"},
	"aws_example.lost": {"state": "lost"},
	"aws_example.unknown": {"state": "unknown"},
}

_all := {
	"aws_example.kept",
	"aws_example.lost",
	"aws_example.unknown",
}

_statuses := {
	"aws_example.kept": "pass",
	"aws_example.lost": "fail",
	"aws_example.unknown": "undetermined",
}

test_each_state_has_its_status if {
	plan := testing.plan("replica_key", "ephi", _judged)
	replica_key.applies == _all with input as plan
	replica_key.status == _statuses with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("replica_key", "none", _judged)
	replica_key.applies == set() with input as plan
	replica_key.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	replica_key.applies == set() with input as plan
	replica_key.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("replica_key", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	replica_key.applies == {"aws_example.misspelt"} with input as plan
	replica_key.status == {} with input as plan
}
