package hipaa.controls.logging.watched_events_test

import data.hipaa.controls.logging.watched_events
import data.hipaa.testing

_judged := {
	"aws_example.most": {"state": "watched", "attempts": 10},
	"aws_example.more": {"state": "watched", "attempts": 11},
	"aws_example.partial": {"state": "partial"},
	"aws_example.none": {"state": "none"},
	"aws_example.unknown": {"state": "unknown"},
}

_all := {
	"aws_example.most",
	"aws_example.more",
	"aws_example.partial",
	"aws_example.none",
	"aws_example.unknown",
}

_statuses := {
	"aws_example.most": "pass",
	"aws_example.more": "fail",
	"aws_example.partial": "fail",
	"aws_example.none": "fail",
	"aws_example.unknown": "undetermined",
}

test_each_state_has_its_status if {
	plan := testing.plan("watched_events", "ephi", _judged)
	watched_events.applies == _all with input as plan
	watched_events.status == _statuses with input as plan
}

test_the_class_of_the_data_does_not_matter if {
	plan := testing.plan("watched_events", "none", _judged)
	watched_events.applies == _all with input as plan
	watched_events.status == _statuses with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	watched_events.applies == set() with input as plan
	watched_events.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("watched_events", "ephi", {"aws_example.misspelt": {"state": "misspelt"}})
	watched_events.applies == {"aws_example.misspelt"} with input as plan
	watched_events.status == {} with input as plan
}
