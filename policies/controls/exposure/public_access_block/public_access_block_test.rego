package hipaa.controls.exposure.public_access_block_test

import data.hipaa.controls.exposure.public_access_block
import data.hipaa.testing

_judged := {
	"aws_example.on": {"state": "on", "block_public_acls": "on"},
	"aws_example.off": {"state": "off", "block_public_acls": "off"},
	"aws_example.partial": {"state": "partial", "block_public_acls": "off"},
	"aws_example.partial_as_a_whole": {"state": "partial"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("public_access_block", "ephi", _judged)
	public_access_block.applies == {
		"aws_example.on",
		"aws_example.off",
		"aws_example.partial_as_a_whole",
		"aws_example.unknown",
	} with input as plan
	public_access_block.status == {
		"aws_example.on": "pass",
		"aws_example.off": "fail",
		"aws_example.partial_as_a_whole": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_types_that_hold_no_data_are_judged if {
	plan := testing.plan("public_access_block", "unclassified", _judged)
	public_access_block.applies == {
		"aws_example.on",
		"aws_example.off",
		"aws_example.partial_as_a_whole",
		"aws_example.unknown",
	} with input as plan
	public_access_block.status == {
		"aws_example.on": "pass",
		"aws_example.off": "fail",
		"aws_example.partial_as_a_whole": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	public_access_block.applies == set() with input as plan
	public_access_block.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("public_access_block", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	public_access_block.applies == {"aws_example.misspelt"} with input as plan
	public_access_block.status == {} with input as plan
}

test_what_is_labelled_none_is_not_judged if {
	plan := testing.plan("public_access_block", "none", _judged)
	public_access_block.applies == set() with input as plan
	public_access_block.status == {} with input as plan
}
