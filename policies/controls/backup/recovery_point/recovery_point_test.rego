package hipaa.controls.backup.recovery_point_test

import data.hipaa.controls.backup.recovery_point
import data.hipaa.testing

_judged := {
	"aws_example.at_the_profile": {"state": "known", "hours": 24},
	"aws_example.never": {"state": "none", "objective": 4},
	"aws_example.none": {"state": "none"},
	"aws_example.past": {"state": "known", "hours": 24, "objective": 4},
	"aws_example.past_the_profile": {"state": "known", "hours": 25},
	"aws_example.unknown": {"state": "unknown", "hours": 24},
	"aws_example.within": {"state": "known", "hours": 48, "objective": 72},
}

_all := {
	"aws_example.at_the_profile",
	"aws_example.never",
	"aws_example.none",
	"aws_example.past",
	"aws_example.past_the_profile",
	"aws_example.unknown",
	"aws_example.within",
}

_statuses := {
	"aws_example.at_the_profile": "pass",
	"aws_example.never": "fail",
	"aws_example.none": "fail",
	"aws_example.past": "fail",
	"aws_example.past_the_profile": "fail",
	"aws_example.unknown": "undetermined",
	"aws_example.within": "pass",
}

test_each_state_has_its_status if {
	plan := testing.plan("recovery_gap", "ephi", _judged)
	recovery_point.applies == _all with input as plan
	recovery_point.status == _statuses with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("recovery_gap", "none", _judged)
	recovery_point.applies == set() with input as plan
	recovery_point.status == {} with input as plan
}

test_data_that_is_only_derived_is_not_judged if {
	plan := testing.plan("recovery_gap", "ephi-derived", _judged)
	recovery_point.applies == set() with input as plan
	recovery_point.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	recovery_point.applies == set() with input as plan
	recovery_point.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("recovery_gap", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	recovery_point.applies == {"aws_example.misspelt"} with input as plan
	recovery_point.status == {} with input as plan
}
