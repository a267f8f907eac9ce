package hipaa.controls.backup.lock_bounds_test

import data.hipaa.controls.backup.lock_bounds
import data.hipaa.testing

_judged := {
	"aws_example.within": {"state": "within"},
	"aws_example.outside": {"state": "outside"},
	"aws_example.unknown": {"state": "unknown"},
}

_all := {
	"aws_example.within",
	"aws_example.outside",
	"aws_example.unknown",
}

_statuses := {
	"aws_example.within": "pass",
	"aws_example.outside": "fail",
	"aws_example.unknown": "undetermined",
}

test_each_state_has_its_status if {
	plan := testing.plan("lock_bounds", "ephi", _judged)
	lock_bounds.applies == _all with input as plan
	lock_bounds.status == _statuses with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("lock_bounds", "none", _judged)
	lock_bounds.applies == set() with input as plan
	lock_bounds.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	lock_bounds.applies == set() with input as plan
	lock_bounds.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("lock_bounds", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	lock_bounds.applies == {"aws_example.misspelt"} with input as plan
	lock_bounds.status == {} with input as plan
}
