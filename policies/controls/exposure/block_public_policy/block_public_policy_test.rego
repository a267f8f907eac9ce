package hipaa.controls.exposure.block_public_policy_test

import data.hipaa.controls.exposure.block_public_policy
import data.hipaa.testing

_judged := {
	"aws_example.on": {"state": "on", "block_public_policy": "on"},
	"aws_example.partial_on": {"state": "partial", "block_public_policy": "on"},
	"aws_example.partial_off": {"state": "partial", "block_public_policy": "off"},
	"aws_example.partial_unknown": {"state": "partial", "block_public_policy": "unknown"},
	"aws_example.off": {"state": "off", "block_public_policy": "off"},
	"aws_example.unknown": {"state": "unknown", "block_public_policy": "unknown"},
	"aws_example.without_settings": {"state": "on"},
}

test_each_state_has_its_status if {
	plan := testing.plan("public_access_block", "ephi", _judged)
	block_public_policy.applies == {
		"aws_example.on",
		"aws_example.partial_on",
		"aws_example.partial_off",
		"aws_example.partial_unknown",
	} with input as plan
	block_public_policy.status == {
		"aws_example.on": "pass",
		"aws_example.partial_on": "pass",
		"aws_example.partial_off": "fail",
		"aws_example.partial_unknown": "undetermined",
	} with input as plan
}

test_types_that_hold_no_data_are_judged if {
	plan := testing.plan("public_access_block", "unclassified", _judged)
	block_public_policy.applies == {
		"aws_example.on",
		"aws_example.partial_on",
		"aws_example.partial_off",
		"aws_example.partial_unknown",
	} with input as plan
	block_public_policy.status == {
		"aws_example.on": "pass",
		"aws_example.partial_on": "pass",
		"aws_example.partial_off": "fail",
		"aws_example.partial_unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	block_public_policy.applies == set() with input as plan
	block_public_policy.status == {} with input as plan
}

test_what_is_labelled_none_is_not_judged if {
	plan := testing.plan("public_access_block", "none", _judged)
	block_public_policy.applies == set() with input as plan
	block_public_policy.status == {} with input as plan
}
