package hipaa.controls.integrity.lock_mode_test

import data.hipaa.controls.integrity.lock_mode
import data.hipaa.testing

_judged := {
	"aws_example.longer": {"state": "compliance", "days": 8},
	"aws_example.exact": {"state": "compliance", "days": 7},
	"aws_example.shorter": {"state": "compliance", "days": 6},
	"aws_example.unknown": {"state": "unknown"},
	"aws_example.governance": {"state": "governance", "days": 3650},
	"aws_example.none": {"state": "none"},
}

test_each_state_has_its_status if {
	plan := testing.plan("lock_mode", "ephi", _judged)
	lock_mode.applies == {
		"aws_example.longer",
		"aws_example.exact",
		"aws_example.shorter",
		"aws_example.unknown",
		"aws_example.governance",
		"aws_example.none",
	} with input as plan
	lock_mode.status == {
		"aws_example.longer": "pass",
		"aws_example.exact": "pass",
		"aws_example.shorter": "fail",
		"aws_example.unknown": "undetermined",
		"aws_example.governance": "fail",
		"aws_example.none": "fail",
	} with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("lock_mode", "none", _judged)
	lock_mode.applies == set() with input as plan
	lock_mode.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	lock_mode.applies == set() with input as plan
	lock_mode.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("lock_mode", "ephi", {"aws_example.misspelt": {"state": "misspelt"}})
	lock_mode.applies == {"aws_example.misspelt"} with input as plan
	lock_mode.status == {} with input as plan
}
