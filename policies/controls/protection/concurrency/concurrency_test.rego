package hipaa.controls.protection.concurrency_test

import data.hipaa.controls.protection.concurrency
import data.hipaa.testing

_judged := {
	"aws_example.reserved": {"state": "reserved"},
	"aws_example.shared": {"state": "shared"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("concurrency", "ephi", _judged)
	concurrency.applies == {"aws_example.reserved", "aws_example.shared", "aws_example.unknown"} with input as plan
	concurrency.status == {
		"aws_example.reserved": "pass",
		"aws_example.shared": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_what_is_labelled_none_is_not_judged if {
	plan := testing.plan("concurrency", "none", _judged)
	concurrency.applies == set() with input as plan
	concurrency.status == {} with input as plan
}

test_types_that_hold_no_data_are_judged if {
	plan := testing.plan("concurrency", "unclassified", _judged)
	concurrency.applies == {"aws_example.reserved", "aws_example.shared", "aws_example.unknown"} with input as plan
	concurrency.status == {
		"aws_example.reserved": "pass",
		"aws_example.shared": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	concurrency.applies == set() with input as plan
	concurrency.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("concurrency", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	concurrency.applies == {"aws_example.misspelt"} with input as plan
	concurrency.status == {} with input as plan
}
