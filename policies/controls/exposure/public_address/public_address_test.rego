package hipaa.controls.exposure.public_address_test

import data.hipaa.controls.exposure.public_address
import data.hipaa.testing

_judged := {
	"aws_example.off": {"state": "off"},
	"aws_example.on": {"state": "on"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("public_address", "ephi", _judged)
	public_address.applies == {"aws_example.off", "aws_example.on", "aws_example.unknown"} with input as plan
	public_address.status == {
		"aws_example.off": "pass",
		"aws_example.on": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_types_that_hold_no_data_are_judged if {
	plan := testing.plan("public_address", "unclassified", _judged)
	public_address.applies == {"aws_example.off", "aws_example.on", "aws_example.unknown"} with input as plan
	public_address.status == {
		"aws_example.off": "pass",
		"aws_example.on": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	public_address.applies == set() with input as plan
	public_address.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("public_address", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	public_address.applies == {"aws_example.misspelt"} with input as plan
	public_address.status == {} with input as plan
}

test_what_is_labelled_none_is_not_judged if {
	plan := testing.plan("public_address", "none", _judged)
	public_address.applies == set() with input as plan
	public_address.status == {} with input as plan
}
