package hipaa.controls.access.unprivileged_builds_test

import data.hipaa.controls.access.unprivileged_builds
import data.hipaa.testing

_judged := {
	"aws_example.plain": {"state": "plain"},
	"aws_example.privileged": {"state": "privileged"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("build_privileges", "ephi", _judged)
	unprivileged_builds.applies == {
		"aws_example.plain",
		"aws_example.privileged",
		"aws_example.unknown",
	} with input as plan
	unprivileged_builds.status == {
		"aws_example.plain": "pass",
		"aws_example.privileged": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_what_is_labelled_none_is_not_judged if {
	plan := testing.plan("build_privileges", "none", _judged)
	unprivileged_builds.applies == set() with input as plan
	unprivileged_builds.status == {} with input as plan
}

test_types_that_hold_no_data_are_judged if {
	plan := testing.plan("build_privileges", "unclassified", _judged)
	unprivileged_builds.applies == {
		"aws_example.plain",
		"aws_example.privileged",
		"aws_example.unknown",
	} with input as plan
	unprivileged_builds.status == {
		"aws_example.plain": "pass",
		"aws_example.privileged": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	unprivileged_builds.applies == set() with input as plan
	unprivileged_builds.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("build_privileges", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	unprivileged_builds.applies == {"aws_example.misspelt"} with input as plan
	unprivileged_builds.status == {} with input as plan
}
