package hipaa.controls.access.metadata_hops_test

import data.hipaa.controls.access.metadata_hops
import data.hipaa.testing

_judged := {
	"aws_example.one": {"state": "one"},
	"aws_example.more": {"state": "more"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("metadata_hops", "ephi", _judged)
	metadata_hops.applies == {"aws_example.one", "aws_example.more", "aws_example.unknown"} with input as plan
	metadata_hops.status == {
		"aws_example.one": "pass",
		"aws_example.more": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_what_is_labelled_none_is_not_judged if {
	plan := testing.plan("metadata_hops", "none", _judged)
	metadata_hops.applies == set() with input as plan
	metadata_hops.status == {} with input as plan
}

test_types_that_hold_no_data_are_judged if {
	plan := testing.plan("metadata_hops", "unclassified", _judged)
	metadata_hops.applies == {"aws_example.one", "aws_example.more", "aws_example.unknown"} with input as plan
	metadata_hops.status == {
		"aws_example.one": "pass",
		"aws_example.more": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	metadata_hops.applies == set() with input as plan
	metadata_hops.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("metadata_hops", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	metadata_hops.applies == {"aws_example.misspelt"} with input as plan
	metadata_hops.status == {} with input as plan
}
