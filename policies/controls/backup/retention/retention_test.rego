package hipaa.controls.backup.retention_test

import data.hipaa.controls.backup.retention
import data.hipaa.testing

_judged := {
	"aws_example.longer": {"state": "known", "days": 8},
	"aws_example.exact": {"state": "known", "days": 7},
	"aws_example.shorter": {"state": "known", "days": 6},
	"aws_example.zero": {"state": "known", "days": 0},
	"aws_example.none": {"state": "none"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("backup", "ephi", _judged)
	retention.applies == {
		"aws_example.longer",
		"aws_example.exact",
		"aws_example.shorter",
		"aws_example.zero",
	} with input as plan
	retention.status == {
		"aws_example.longer": "pass",
		"aws_example.exact": "pass",
		"aws_example.shorter": "fail",
		"aws_example.zero": "fail",
	} with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("backup", "none", _judged)
	retention.applies == set() with input as plan
	retention.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	retention.applies == set() with input as plan
	retention.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("backup", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	retention.applies == {"aws_example.misspelt"} with input as plan
	retention.status == {} with input as plan
}
