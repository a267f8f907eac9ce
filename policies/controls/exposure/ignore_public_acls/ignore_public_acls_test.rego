package hipaa.controls.exposure.ignore_public_acls_test

import data.hipaa.controls.exposure.ignore_public_acls
import data.hipaa.testing

_judged := {
	"aws_example.on": {"state": "on", "ignore_public_acls": "on"},
	"aws_example.partial_on": {"state": "partial", "ignore_public_acls": "on"},
	"aws_example.partial_off": {"state": "partial", "ignore_public_acls": "off"},
	"aws_example.partial_unknown": {"state": "partial", "ignore_public_acls": "unknown"},
	"aws_example.off": {"state": "off", "ignore_public_acls": "off"},
	"aws_example.unknown": {"state": "unknown", "ignore_public_acls": "unknown"},
	"aws_example.without_settings": {"state": "on"},
}

test_each_state_has_its_status if {
	plan := testing.plan("public_access_block", "ephi", _judged)
	ignore_public_acls.applies == {
		"aws_example.on",
		"aws_example.partial_on",
		"aws_example.partial_off",
		"aws_example.partial_unknown",
	} with input as plan
	ignore_public_acls.status == {
		"aws_example.on": "pass",
		"aws_example.partial_on": "pass",
		"aws_example.partial_off": "fail",
		"aws_example.partial_unknown": "undetermined",
	} with input as plan
}

test_types_that_hold_no_data_are_judged if {
	plan := testing.plan("public_access_block", "unclassified", _judged)
	ignore_public_acls.applies == {
		"aws_example.on",
		"aws_example.partial_on",
		"aws_example.partial_off",
		"aws_example.partial_unknown",
	} with input as plan
	ignore_public_acls.status == {
		"aws_example.on": "pass",
		"aws_example.partial_on": "pass",
		"aws_example.partial_off": "fail",
		"aws_example.partial_unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	ignore_public_acls.applies == set() with input as plan
	ignore_public_acls.status == {} with input as plan
}

test_what_is_labelled_none_is_not_judged if {
	plan := testing.plan("public_access_block", "none", _judged)
	ignore_public_acls.applies == set() with input as plan
	ignore_public_acls.status == {} with input as plan
}
