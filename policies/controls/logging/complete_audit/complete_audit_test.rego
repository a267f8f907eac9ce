package hipaa.controls.logging.complete_audit_test

import data.hipaa.controls.logging.complete_audit
import data.hipaa.testing

_judged := {
	"aws_example.on": {"state": "on"},
	"aws_example.partial": {"state": "partial"},
	"aws_example.off": {"state": "off"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("audit_log", "ephi", _judged)
	complete_audit.applies == {"aws_example.on", "aws_example.partial"} with input as plan
	complete_audit.status == {
		"aws_example.on": "pass",
		"aws_example.partial": "fail",
	} with input as plan
}

test_types_that_hold_no_data_are_judged if {
	plan := testing.plan("audit_log", "unclassified", _judged)
	complete_audit.applies == {"aws_example.on", "aws_example.partial"} with input as plan
	complete_audit.status == {
		"aws_example.on": "pass",
		"aws_example.partial": "fail",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	complete_audit.applies == set() with input as plan
	complete_audit.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("audit_log", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	complete_audit.applies == {"aws_example.misspelt"} with input as plan
	complete_audit.status == {} with input as plan
}

test_what_is_labelled_none_is_not_judged if {
	plan := testing.plan("audit_log", "none", _judged)
	complete_audit.applies == set() with input as plan
	complete_audit.status == {} with input as plan
}
