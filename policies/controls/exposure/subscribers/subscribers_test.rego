package hipaa.controls.exposure.subscribers_test

import data.hipaa.controls.exposure.subscribers
import data.hipaa.testing

_judged := {
	"aws_example.service": {"state": "service"},
	"aws_example.person": {"state": "person"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("subscriber", "ephi", _judged)
	subscribers.applies == {"aws_example.service", "aws_example.person", "aws_example.unknown"} with input as plan
	subscribers.status == {
		"aws_example.service": "pass",
		"aws_example.person": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_what_is_labelled_none_is_not_judged if {
	plan := testing.plan("subscriber", "none", _judged)
	subscribers.applies == set() with input as plan
	subscribers.status == {} with input as plan
}

test_types_that_hold_no_data_are_judged if {
	plan := testing.plan("subscriber", "unclassified", _judged)
	subscribers.applies == {"aws_example.service", "aws_example.person", "aws_example.unknown"} with input as plan
	subscribers.status == {
		"aws_example.service": "pass",
		"aws_example.person": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	subscribers.applies == set() with input as plan
	subscribers.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("subscriber", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	subscribers.applies == {"aws_example.misspelt"} with input as plan
	subscribers.status == {} with input as plan
}
