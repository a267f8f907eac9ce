package hipaa.controls.protection.zone_spread_test

import data.hipaa.controls.protection.zone_spread
import data.hipaa.testing

_judged := {
	"aws_example.several": {"state": "several"},
	"aws_example.one": {"state": "one"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("zone_spread", "ephi", _judged)
	zone_spread.applies == {"aws_example.several", "aws_example.one", "aws_example.unknown"} with input as plan
	zone_spread.status == {
		"aws_example.several": "pass",
		"aws_example.one": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_what_is_labelled_none_is_not_judged if {
	plan := testing.plan("zone_spread", "none", _judged)
	zone_spread.applies == set() with input as plan
	zone_spread.status == {} with input as plan
}

test_types_that_hold_no_data_are_judged if {
	plan := testing.plan("zone_spread", "unclassified", _judged)
	zone_spread.applies == {"aws_example.several", "aws_example.one", "aws_example.unknown"} with input as plan
	zone_spread.status == {
		"aws_example.several": "pass",
		"aws_example.one": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	zone_spread.applies == set() with input as plan
	zone_spread.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("zone_spread", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	zone_spread.applies == {"aws_example.misspelt"} with input as plan
	zone_spread.status == {} with input as plan
}
