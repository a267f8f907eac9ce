package hipaa.controls.access.write_access_test

import data.hipaa.controls.access.write_access
import data.hipaa.testing

_judged := {
	"aws_example.bounded": {"state": "bounded", "reasons": []},
	"aws_example.bare": {"state": "bounded"},
	"aws_example.broad": {"state": "broad", "reasons": ["unconstrained-write"]},
	"aws_example.other": {"state": "broad", "reasons": ["data-access"]},
	"aws_example.both": {"state": "broad", "reasons": ["data-access", "unconstrained-write"]},
	"aws_example.service_wide": {"state": "broad", "reasons": ["service-wide", "unconstrained-write"]},
	"aws_example.wildcard_action": {"state": "broad", "reasons": ["wildcard-action", "unconstrained-write"]},
	"aws_example.no_reason": {"state": "broad", "reasons": []},
	"aws_example.no_reasons": {"state": "broad"},
	"aws_example.full": {"state": "full", "reasons": ["full-access", "unconstrained-write"]},
	"aws_example.unknown": {"state": "unknown", "reasons": []},
}

test_each_state_has_its_status if {
	plan := testing.plan("iam_statements", "ephi", _judged)
	write_access.applies == {
		"aws_example.bounded",
		"aws_example.bare",
		"aws_example.broad",
		"aws_example.other",
		"aws_example.both",
	} with input as plan
	write_access.status == {
		"aws_example.bounded": "pass",
		"aws_example.bare": "pass",
		"aws_example.broad": "fail",
		"aws_example.other": "pass",
		"aws_example.both": "fail",
	} with input as plan
}

test_the_class_of_the_data_does_not_matter if {
	plan := testing.plan("iam_statements", "none", _judged)
	write_access.applies == {
		"aws_example.bounded",
		"aws_example.bare",
		"aws_example.broad",
		"aws_example.other",
		"aws_example.both",
	} with input as plan
	write_access.status == {
		"aws_example.bounded": "pass",
		"aws_example.bare": "pass",
		"aws_example.broad": "fail",
		"aws_example.other": "pass",
		"aws_example.both": "fail",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	write_access.applies == set() with input as plan
	write_access.status == {} with input as plan
}
