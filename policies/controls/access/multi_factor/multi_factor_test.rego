package hipaa.controls.access.multi_factor_test

import data.hipaa.controls.access.multi_factor
import data.hipaa.testing

_judged := {
	"aws_example.on": {"state": "on"},
	"aws_example.optional": {"state": "optional"},
	"aws_example.off": {"state": "off"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("multi_factor", "ephi", _judged)
	multi_factor.applies == {
		"aws_example.on",
		"aws_example.optional",
		"aws_example.off",
		"aws_example.unknown",
	} with input as plan
	multi_factor.status == {
		"aws_example.on": "pass",
		"aws_example.optional": "pass",
		"aws_example.off": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_what_is_labelled_none_is_not_judged if {
	plan := testing.plan("multi_factor", "none", _judged)
	multi_factor.applies == set() with input as plan
	multi_factor.status == {} with input as plan
}

test_types_that_hold_no_data_are_judged if {
	plan := testing.plan("multi_factor", "unclassified", _judged)
	multi_factor.applies == {
		"aws_example.on",
		"aws_example.optional",
		"aws_example.off",
		"aws_example.unknown",
	} with input as plan
	multi_factor.status == {
		"aws_example.on": "pass",
		"aws_example.optional": "pass",
		"aws_example.off": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	multi_factor.applies == set() with input as plan
	multi_factor.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("multi_factor", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	multi_factor.applies == {"aws_example.misspelt"} with input as plan
	multi_factor.status == {} with input as plan
}
