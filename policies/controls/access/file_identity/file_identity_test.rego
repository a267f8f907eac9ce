package hipaa.controls.access.file_identity_test

import data.hipaa.controls.access.file_identity
import data.hipaa.testing

_judged := {
	"aws_example.pinned": {"state": "pinned"},
	"aws_example.root": {"state": "root"},
	"aws_example.claimed": {"state": "claimed"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("file_identity", "ephi", _judged)
	file_identity.applies == {
		"aws_example.pinned",
		"aws_example.root",
		"aws_example.claimed",
		"aws_example.unknown",
	} with input as plan
	file_identity.status == {
		"aws_example.pinned": "pass",
		"aws_example.root": "fail",
		"aws_example.claimed": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_what_is_labelled_none_is_not_judged if {
	plan := testing.plan("file_identity", "none", _judged)
	file_identity.applies == set() with input as plan
	file_identity.status == {} with input as plan
}

test_types_that_hold_no_data_are_judged if {
	plan := testing.plan("file_identity", "unclassified", _judged)
	file_identity.applies == {
		"aws_example.pinned",
		"aws_example.root",
		"aws_example.claimed",
		"aws_example.unknown",
	} with input as plan
	file_identity.status == {
		"aws_example.pinned": "pass",
		"aws_example.root": "fail",
		"aws_example.claimed": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	file_identity.applies == set() with input as plan
	file_identity.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("file_identity", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	file_identity.applies == {"aws_example.misspelt"} with input as plan
	file_identity.status == {} with input as plan
}
