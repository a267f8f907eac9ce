package hipaa.controls.logging.watched_changes_test

import data.hipaa.controls.logging.watched_changes
import data.hipaa.testing

_judged := {
	"aws_example.watched": {"state": "watched"},
	"aws_example.partial": {"state": "partial"},
	"aws_example.unknown": {"state": "unknown"},
}

_all := {
	"aws_example.watched",
	"aws_example.partial",
	"aws_example.unknown",
}

_statuses := {
	"aws_example.watched": "pass",
	"aws_example.partial": "fail",
	"aws_example.unknown": "undetermined",
}

test_each_state_has_its_status if {
	plan := testing.plan("watched_changes", "ephi", _judged)
	watched_changes.applies == _all with input as plan
	watched_changes.status == _statuses with input as plan
}

test_the_class_of_the_data_does_not_matter if {
	plan := testing.plan("watched_changes", "none", _judged)
	watched_changes.applies == _all with input as plan
	watched_changes.status == _statuses with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	watched_changes.applies == set() with input as plan
	watched_changes.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("watched_changes", "ephi", {"aws_example.misspelt": {"state": "misspelt"}})
	watched_changes.applies == {"aws_example.misspelt"} with input as plan
	watched_changes.status == {} with input as plan
}
