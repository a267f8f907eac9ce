package hipaa.controls.backup.object_expiry_test

import data.hipaa.controls.backup.object_expiry
import data.hipaa.testing

_judged := {
	"aws_example.kept": {"state": "kept"},
	"aws_example.longer": {"state": "known", "days": 8},
	"aws_example.exact": {"state": "known", "days": 7},
	"aws_example.shorter": {"state": "known", "days": 6},
	"aws_example.zero": {"state": "known", "days": 0},
	"aws_example.unknown": {"state": "unknown"},
}

_all := {
	"aws_example.kept",
	"aws_example.longer",
	"aws_example.exact",
	"aws_example.shorter",
	"aws_example.zero",
	"aws_example.unknown",
}

_statuses := {
	"aws_example.kept": "pass",
	"aws_example.longer": "pass",
	"aws_example.exact": "pass",
	"aws_example.shorter": "fail",
	"aws_example.zero": "fail",
	"aws_example.unknown": "undetermined",
}

test_each_state_has_its_status if {
	plan := testing.plan("object_expiry", "ephi", _judged)
	object_expiry.applies == _all with input as plan
	object_expiry.status == _statuses with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("object_expiry", "none", _judged)
	object_expiry.applies == set() with input as plan
	object_expiry.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	object_expiry.applies == set() with input as plan
	object_expiry.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("object_expiry", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	object_expiry.applies == {"aws_example.misspelt"} with input as plan
	object_expiry.status == {} with input as plan
}
