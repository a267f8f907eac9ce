package hipaa.controls.logging.database_events_test

import data.hipaa.controls.logging.database_events
import data.hipaa.testing

_judged := {
	"aws_example.on": {"state": "on"},
	"aws_example.off": {"state": "off"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("event_coverage", "unclassified", _judged)
	database_events.applies == {"aws_example.on", "aws_example.off", "aws_example.unknown"} with input as plan
	database_events.status == {
		"aws_example.on": "pass",
		"aws_example.off": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_the_class_of_data_does_not_matter if {
	plan := testing.plan("event_coverage", "none", {"aws_example.off": {"state": "off"}})
	database_events.status == {"aws_example.off": "fail"} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	database_events.applies == set() with input as plan
	database_events.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("event_coverage", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	database_events.applies == {"aws_example.misspelt"} with input as plan
	database_events.status == {} with input as plan
}
