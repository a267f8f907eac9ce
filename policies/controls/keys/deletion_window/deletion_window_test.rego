package hipaa.controls.keys.deletion_window_test

import data.hipaa.controls.keys.deletion_window
import data.hipaa.testing

_judged := {
	"aws_example.longer": {"state": "known", "days": 31},
	"aws_example.exact": {"state": "known", "days": 30},
	"aws_example.shorter": {"state": "known", "days": 29},
	"aws_example.zero": {"state": "known", "days": 0},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("deletion_window", "ephi", _judged)
	deletion_window.applies == {
		"aws_example.longer",
		"aws_example.exact",
		"aws_example.shorter",
		"aws_example.zero",
		"aws_example.unknown",
	} with input as plan
	deletion_window.status == {
		"aws_example.longer": "pass",
		"aws_example.exact": "pass",
		"aws_example.shorter": "fail",
		"aws_example.zero": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_the_class_of_the_data_does_not_matter if {
	plan := testing.plan("deletion_window", "none", _judged)
	deletion_window.applies == {
		"aws_example.longer",
		"aws_example.exact",
		"aws_example.shorter",
		"aws_example.zero",
		"aws_example.unknown",
	} with input as plan
	deletion_window.status == {
		"aws_example.longer": "pass",
		"aws_example.exact": "pass",
		"aws_example.shorter": "fail",
		"aws_example.zero": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	deletion_window.applies == set() with input as plan
	deletion_window.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("deletion_window", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	deletion_window.applies == {"aws_example.misspelt"} with input as plan
	deletion_window.status == {} with input as plan
}
