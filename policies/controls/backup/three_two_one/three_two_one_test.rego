package hipaa.controls.backup.three_two_one_test

import data.hipaa.controls.backup.three_two_one
import data.hipaa.testing

_judged := {
	"aws_example.complete": {"state": "complete", "legs": 6},
	"aws_example.none": {"state": "none", "legs": 2},
	"aws_example.partial": {"state": "partial", "legs": 5},
	"aws_example.unknown": {"state": "unknown", "legs": 3},
}

_all := {
	"aws_example.complete",
	"aws_example.none",
	"aws_example.partial",
	"aws_example.unknown",
}

_statuses := {
	"aws_example.complete": "pass",
	"aws_example.none": "fail",
	"aws_example.partial": "fail",
	"aws_example.unknown": "undetermined",
}

test_each_state_has_its_status if {
	plan := testing.plan("recovery_copies", "ephi", _judged)
	three_two_one.applies == _all with input as plan
	three_two_one.status == _statuses with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("recovery_copies", "none", _judged)
	three_two_one.applies == set() with input as plan
	three_two_one.status == {} with input as plan
}

test_data_that_is_only_derived_is_not_judged if {
	plan := testing.plan("recovery_copies", "ephi-derived", _judged)
	three_two_one.applies == set() with input as plan
	three_two_one.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	three_two_one.applies == set() with input as plan
	three_two_one.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("recovery_copies", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	three_two_one.applies == {"aws_example.misspelt"} with input as plan
	three_two_one.status == {} with input as plan
}
