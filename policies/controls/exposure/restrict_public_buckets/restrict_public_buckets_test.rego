package hipaa.controls.exposure.restrict_public_buckets_test

import data.hipaa.controls.exposure.restrict_public_buckets
import data.hipaa.testing

_judged := {
	"aws_example.on": {"state": "on", "restrict_public_buckets": "on"},
	"aws_example.partial_on": {"state": "partial", "restrict_public_buckets": "on"},
	"aws_example.partial_off": {"state": "partial", "restrict_public_buckets": "off"},
	"aws_example.partial_unknown": {"state": "partial", "restrict_public_buckets": "unknown"},
	"aws_example.off": {"state": "off", "restrict_public_buckets": "off"},
	"aws_example.unknown": {"state": "unknown", "restrict_public_buckets": "unknown"},
	"aws_example.without_settings": {"state": "on"},
}

test_each_state_has_its_status if {
	plan := testing.plan("public_access_block", "ephi", _judged)
	restrict_public_buckets.applies == {
		"aws_example.on",
		"aws_example.partial_on",
		"aws_example.partial_off",
		"aws_example.partial_unknown",
	} with input as plan
	restrict_public_buckets.status == {
		"aws_example.on": "pass",
		"aws_example.partial_on": "pass",
		"aws_example.partial_off": "fail",
		"aws_example.partial_unknown": "undetermined",
	} with input as plan
}

test_types_that_hold_no_data_are_judged if {
	plan := testing.plan("public_access_block", "unclassified", _judged)
	restrict_public_buckets.applies == {
		"aws_example.on",
		"aws_example.partial_on",
		"aws_example.partial_off",
		"aws_example.partial_unknown",
	} with input as plan
	restrict_public_buckets.status == {
		"aws_example.on": "pass",
		"aws_example.partial_on": "pass",
		"aws_example.partial_off": "fail",
		"aws_example.partial_unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	restrict_public_buckets.applies == set() with input as plan
	restrict_public_buckets.status == {} with input as plan
}

test_what_is_labelled_none_is_not_judged if {
	plan := testing.plan("public_access_block", "none", _judged)
	restrict_public_buckets.applies == set() with input as plan
	restrict_public_buckets.status == {} with input as plan
}
