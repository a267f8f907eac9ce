package hipaa.controls.protection.supported_runtime_test

import data.hipaa.controls.protection.supported_runtime
import data.hipaa.testing

_judged := {
	"aws_example.supported": {"state": "supported"},
	"aws_example.ended": {"state": "ended"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("runtime_support", "ephi", _judged)
	supported_runtime.applies == {"aws_example.supported", "aws_example.ended", "aws_example.unknown"} with input as plan
	supported_runtime.status == {
		"aws_example.supported": "pass",
		"aws_example.ended": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_what_is_labelled_none_is_not_judged if {
	plan := testing.plan("runtime_support", "none", _judged)
	supported_runtime.applies == set() with input as plan
	supported_runtime.status == {} with input as plan
}

test_types_that_hold_no_data_are_judged if {
	plan := testing.plan("runtime_support", "unclassified", _judged)
	supported_runtime.applies == {"aws_example.supported", "aws_example.ended", "aws_example.unknown"} with input as plan
	supported_runtime.status == {
		"aws_example.supported": "pass",
		"aws_example.ended": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	supported_runtime.applies == set() with input as plan
	supported_runtime.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("runtime_support", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	supported_runtime.applies == {"aws_example.misspelt"} with input as plan
	supported_runtime.status == {} with input as plan
}
