package hipaa.controls.protection.table_capacity_test

import data.hipaa.controls.protection.table_capacity
import data.hipaa.testing

_judged := {
	"aws_example.adapts": {"state": "adapts"},
	"aws_example.fixed": {"state": "fixed"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("table_capacity", "ephi", _judged)
	table_capacity.applies == {"aws_example.adapts", "aws_example.fixed", "aws_example.unknown"} with input as plan
	table_capacity.status == {
		"aws_example.adapts": "pass",
		"aws_example.fixed": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_what_is_labelled_none_is_not_judged if {
	plan := testing.plan("table_capacity", "none", _judged)
	table_capacity.applies == set() with input as plan
	table_capacity.status == {} with input as plan
}

test_types_that_hold_no_data_are_judged if {
	plan := testing.plan("table_capacity", "unclassified", _judged)
	table_capacity.applies == {"aws_example.adapts", "aws_example.fixed", "aws_example.unknown"} with input as plan
	table_capacity.status == {
		"aws_example.adapts": "pass",
		"aws_example.fixed": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	table_capacity.applies == set() with input as plan
	table_capacity.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("table_capacity", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	table_capacity.applies == {"aws_example.misspelt"} with input as plan
	table_capacity.status == {} with input as plan
}
