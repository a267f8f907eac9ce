package hipaa.controls.backup.lock_floor_test

import data.hipaa.controls.backup.lock_floor
import data.hipaa.testing

_judged := {
	"aws_example.longer": {"state": "known", "days": 8},
	"aws_example.exact": {"state": "known", "days": 7},
	"aws_example.shorter": {"state": "known", "days": 6},
	"aws_example.zero": {"state": "known", "days": 0},
	"aws_example.unknown": {"state": "unknown"},
}

_all := {
	"aws_example.longer",
	"aws_example.exact",
	"aws_example.shorter",
	"aws_example.zero",
	"aws_example.unknown",
}

_statuses := {
	"aws_example.longer": "pass",
	"aws_example.exact": "pass",
	"aws_example.shorter": "fail",
	"aws_example.zero": "fail",
	"aws_example.unknown": "undetermined",
}

test_each_state_has_its_status if {
	plan := testing.plan("lock_floor", "ephi", _judged)
	lock_floor.applies == _all with input as plan
	lock_floor.status == _statuses with input as plan
}

test_the_class_of_the_data_does_not_matter if {
	plan := testing.plan("lock_floor", "none", _judged)
	lock_floor.applies == _all with input as plan
	lock_floor.status == _statuses with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	lock_floor.applies == set() with input as plan
	lock_floor.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("lock_floor", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	lock_floor.applies == {"aws_example.misspelt"} with input as plan
	lock_floor.status == {} with input as plan
}
