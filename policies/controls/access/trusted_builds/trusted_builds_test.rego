package hipaa.controls.access.trusted_builds_test

import data.hipaa.controls.access.trusted_builds
import data.hipaa.testing

_judged := {
	"aws_example.trusted": {"state": "trusted"},
	"aws_example.open": {"state": "open"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("build_source", "ephi", _judged)
	trusted_builds.applies == {"aws_example.trusted", "aws_example.open", "aws_example.unknown"} with input as plan
	trusted_builds.status == {
		"aws_example.trusted": "pass",
		"aws_example.open": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_what_is_labelled_none_is_not_judged if {
	plan := testing.plan("build_source", "none", _judged)
	trusted_builds.applies == set() with input as plan
	trusted_builds.status == {} with input as plan
}

test_types_that_hold_no_data_are_judged if {
	plan := testing.plan("build_source", "unclassified", _judged)
	trusted_builds.applies == {"aws_example.trusted", "aws_example.open", "aws_example.unknown"} with input as plan
	trusted_builds.status == {
		"aws_example.trusted": "pass",
		"aws_example.open": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	trusted_builds.applies == set() with input as plan
	trusted_builds.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("build_source", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	trusted_builds.applies == {"aws_example.misspelt"} with input as plan
	trusted_builds.status == {} with input as plan
}
