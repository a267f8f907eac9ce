package hipaa.controls.backup.retained_test

import data.hipaa.controls.backup.retained
import data.hipaa.testing

_judged := {
	"aws_example.known": {"state": "known", "days": 1},
	"aws_example.none": {"state": "none"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("backup", "ephi", _judged)
	retained.applies == {"aws_example.known", "aws_example.none", "aws_example.unknown"} with input as plan
	retained.status == {
		"aws_example.known": "pass",
		"aws_example.none": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("backup", "none", _judged)
	retained.applies == set() with input as plan
	retained.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	retained.applies == set() with input as plan
	retained.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("backup", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	retained.applies == {"aws_example.misspelt"} with input as plan
	retained.status == {} with input as plan
}
