package hipaa.controls.logging.management_events_test

import data.hipaa.controls.logging.management_events
import data.hipaa.testing

_judged := {
	"aws_example.on": {"state": "on"},
	"aws_example.off": {"state": "off"},
	"aws_example.unknown": {"state": "unknown"},
}

_all := {
	"aws_example.on",
	"aws_example.off",
	"aws_example.unknown",
}

_statuses := {
	"aws_example.on": "pass",
	"aws_example.off": "fail",
	"aws_example.unknown": "undetermined",
}

test_each_state_has_its_status if {
	plan := testing.plan("management_events", "ephi", _judged)
	management_events.applies == _all with input as plan
	management_events.status == _statuses with input as plan
}

test_the_class_of_the_data_does_not_matter if {
	plan := testing.plan("management_events", "none", _judged)
	management_events.applies == _all with input as plan
	management_events.status == _statuses with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	management_events.applies == set() with input as plan
	management_events.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("management_events", "ephi", {"aws_example.misspelt": {"state": "misspelt"}})
	management_events.applies == {"aws_example.misspelt"} with input as plan
	management_events.status == {} with input as plan
}
