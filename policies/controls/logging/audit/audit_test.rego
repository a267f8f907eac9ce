package hipaa.controls.logging.audit_test

import data.hipaa.controls.logging.audit
import data.hipaa.testing

_judged := {
	"aws_example.on": {"state": "on"},
	"aws_example.off": {"state": "off"},
	"aws_example.unknown": {"state": "unknown"},
	"aws_example.partial": {"state": "partial"},
}

test_each_state_has_its_status if {
	plan := testing.plan("audit_log", "ephi", _judged)
	audit.applies == {"aws_example.on", "aws_example.off", "aws_example.unknown"} with input as plan
	audit.status == {
		"aws_example.on": "pass",
		"aws_example.off": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_types_that_hold_no_data_are_judged if {
	plan := testing.plan("audit_log", "unclassified", _judged)
	audit.applies == {"aws_example.on", "aws_example.off", "aws_example.unknown"} with input as plan
	audit.status == {
		"aws_example.on": "pass",
		"aws_example.off": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	audit.applies == set() with input as plan
	audit.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("audit_log", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	audit.applies == {"aws_example.misspelt"} with input as plan
	audit.status == {} with input as plan
}

test_what_is_labelled_none_is_not_judged if {
	plan := testing.plan("audit_log", "none", _judged)
	audit.applies == set() with input as plan
	audit.status == {} with input as plan
}
