package hipaa.controls.logging.stated_retention_test

import data.hipaa.controls.logging.stated_retention
import data.hipaa.testing

_judged := {
	"aws_example.stated": {"state": "stated"},
	"aws_example.unstated": {"state": "unstated"},
}

test_each_state_has_its_status if {
	plan := testing.plan("log_period", "ephi", _judged)
	stated_retention.applies == {"aws_example.stated", "aws_example.unstated"} with input as plan
	stated_retention.status == {
		"aws_example.stated": "pass",
		"aws_example.unstated": "fail",
	} with input as plan
}

test_types_that_hold_no_data_are_judged if {
	plan := testing.plan("log_period", "unclassified", _judged)
	stated_retention.applies == {"aws_example.stated", "aws_example.unstated"} with input as plan
	stated_retention.status == {
		"aws_example.stated": "pass",
		"aws_example.unstated": "fail",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	stated_retention.applies == set() with input as plan
	stated_retention.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("log_period", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	stated_retention.applies == {"aws_example.misspelt"} with input as plan
	stated_retention.status == {} with input as plan
}

test_what_is_labelled_none_is_not_judged if {
	plan := testing.plan("log_period", "none", _judged)
	stated_retention.applies == set() with input as plan
	stated_retention.status == {} with input as plan
}
