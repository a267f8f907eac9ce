package hipaa.controls.backup.restore_testing_test

import data.hipaa.controls.backup.restore_testing
import data.hipaa.testing

_judged := {
	"aws_example.covered": {"state": "covered"},
	"aws_example.covered_exactly": {"state": "covered", "days": 92},
	"aws_example.covered_rarely": {"state": "covered", "days": 93},
	"aws_example.uncovered": {"state": "uncovered"},
	"aws_example.unknown": {"state": "unknown"},
}

_all := {
	"aws_example.covered",
	"aws_example.covered_exactly",
	"aws_example.covered_rarely",
	"aws_example.uncovered",
	"aws_example.unknown",
}

_statuses := {
	"aws_example.covered": "pass",
	"aws_example.covered_exactly": "pass",
	"aws_example.covered_rarely": "fail",
	"aws_example.uncovered": "fail",
	"aws_example.unknown": "undetermined",
}

test_each_state_has_its_status if {
	plan := testing.plan("restore_testing", "ephi", _judged)
	restore_testing.applies == _all with input as plan
	restore_testing.status == _statuses with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("restore_testing", "none", _judged)
	restore_testing.applies == set() with input as plan
	restore_testing.status == {} with input as plan
}

test_data_that_is_only_derived_is_not_judged if {
	plan := testing.plan("restore_testing", "ephi-derived", _judged)
	restore_testing.applies == set() with input as plan
	restore_testing.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	restore_testing.applies == set() with input as plan
	restore_testing.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("restore_testing", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	restore_testing.applies == {"aws_example.misspelt"} with input as plan
	restore_testing.status == {} with input as plan
}
