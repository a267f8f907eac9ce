package hipaa.controls.logging.data_events_test

import data.hipaa.controls.logging.data_events
import data.hipaa.testing

_judged := {
	"aws_example.on": {"state": "on"},
	"aws_example.off": {"state": "off"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("data_events", "ephi", _judged)
	data_events.applies == {"aws_example.on", "aws_example.off", "aws_example.unknown"} with input as plan
	data_events.status == {
		"aws_example.on": "pass",
		"aws_example.off": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_what_is_derived_from_ephi_is_not_judged if {
	plan := testing.plan("data_events", "ephi-derived", _judged)
	data_events.applies == set() with input as plan
	data_events.status == {} with input as plan
}

test_what_is_labelled_none_is_not_judged if {
	plan := testing.plan("data_events", "none", _judged)
	data_events.applies == set() with input as plan
	data_events.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	data_events.applies == set() with input as plan
	data_events.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("data_events", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	data_events.applies == {"aws_example.misspelt"} with input as plan
	data_events.status == {} with input as plan
}
