package hipaa.controls.access.permissions_management_test

import data.hipaa.controls.access.permissions_management
import data.hipaa.testing

_judged := {
	"aws_example.bounded": {"state": "bounded", "reasons": []},
	"aws_example.bare": {"state": "bounded"},
	"aws_example.broad": {"state": "broad", "reasons": ["permissions-management"]},
	"aws_example.other": {"state": "broad", "reasons": ["data-access"]},
	"aws_example.both": {"state": "broad", "reasons": ["data-access", "permissions-management"]},
	"aws_example.no_reason": {"state": "broad", "reasons": []},
	"aws_example.no_reasons": {"state": "broad"},
	"aws_example.full": {"state": "full", "reasons": ["full-access", "permissions-management"]},
	"aws_example.unknown": {"state": "unknown", "reasons": []},
}

test_each_state_has_its_status if {
	plan := testing.plan("iam_statements", "ephi", _judged)
	permissions_management.applies == {
		"aws_example.bounded",
		"aws_example.bare",
		"aws_example.broad",
		"aws_example.other",
		"aws_example.both",
	} with input as plan
	permissions_management.status == {
		"aws_example.bounded": "pass",
		"aws_example.bare": "pass",
		"aws_example.broad": "fail",
		"aws_example.other": "pass",
		"aws_example.both": "fail",
	} with input as plan
}

test_the_class_of_the_data_does_not_matter if {
	plan := testing.plan("iam_statements", "none", _judged)
	permissions_management.applies == {
		"aws_example.bounded",
		"aws_example.bare",
		"aws_example.broad",
		"aws_example.other",
		"aws_example.both",
	} with input as plan
	permissions_management.status == {
		"aws_example.bounded": "pass",
		"aws_example.bare": "pass",
		"aws_example.broad": "fail",
		"aws_example.other": "pass",
		"aws_example.both": "fail",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	permissions_management.applies == set() with input as plan
	permissions_management.status == {} with input as plan
}
