package hipaa.controls.protection.failed_events_test

import data.hipaa.controls.protection.failed_events
import data.hipaa.testing

_judged := {
	"aws_example.kept": {"state": "kept"},
	"aws_example.dropped": {"state": "dropped"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("failed_events", "ephi", _judged)
	failed_events.applies == {"aws_example.kept", "aws_example.dropped", "aws_example.unknown"} with input as plan
	failed_events.status == {
		"aws_example.kept": "pass",
		"aws_example.dropped": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_what_is_labelled_none_is_not_judged if {
	plan := testing.plan("failed_events", "none", _judged)
	failed_events.applies == set() with input as plan
	failed_events.status == {} with input as plan
}

test_types_that_hold_no_data_are_judged if {
	plan := testing.plan("failed_events", "unclassified", _judged)
	failed_events.applies == {"aws_example.kept", "aws_example.dropped", "aws_example.unknown"} with input as plan
	failed_events.status == {
		"aws_example.kept": "pass",
		"aws_example.dropped": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	failed_events.applies == set() with input as plan
	failed_events.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("failed_events", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	failed_events.applies == {"aws_example.misspelt"} with input as plan
	failed_events.status == {} with input as plan
}
