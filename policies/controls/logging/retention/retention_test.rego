package hipaa.controls.logging.retention_test

import data.hipaa.controls.logging.retention
import data.hipaa.testing

_judged := {
	"aws_example.forever": {"state": "forever"},
	"aws_example.longer": {"state": "known", "days": 366},
	"aws_example.exact": {"state": "known", "days": 365},
	"aws_example.shorter": {"state": "known", "days": 364},
	"aws_example.zero": {"state": "known", "days": 0},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("log_retention", "ephi", _judged)
	retention.applies == {
		"aws_example.forever",
		"aws_example.longer",
		"aws_example.exact",
		"aws_example.shorter",
		"aws_example.zero",
		"aws_example.unknown",
	} with input as plan
	retention.status == {
		"aws_example.forever": "pass",
		"aws_example.longer": "pass",
		"aws_example.exact": "pass",
		"aws_example.shorter": "fail",
		"aws_example.zero": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_types_that_hold_no_data_are_judged if {
	plan := testing.plan("log_retention", "unclassified", _judged)
	retention.applies == {
		"aws_example.forever",
		"aws_example.longer",
		"aws_example.exact",
		"aws_example.shorter",
		"aws_example.zero",
		"aws_example.unknown",
	} with input as plan
	retention.status == {
		"aws_example.forever": "pass",
		"aws_example.longer": "pass",
		"aws_example.exact": "pass",
		"aws_example.shorter": "fail",
		"aws_example.zero": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	retention.applies == set() with input as plan
	retention.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("log_retention", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	retention.applies == {"aws_example.misspelt"} with input as plan
	retention.status == {} with input as plan
}

test_what_is_labelled_none_is_not_judged if {
	plan := testing.plan("log_retention", "none", _judged)
	retention.applies == set() with input as plan
	retention.status == {} with input as plan
}
