package hipaa.controls.access.group_grants_test

import data.hipaa.controls.access.group_grants
import data.hipaa.testing

_judged := {
	"aws_example.off": {"state": "off"},
	"aws_example.on": {"state": "on"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("direct_grant", "ephi", _judged)
	group_grants.applies == {"aws_example.off", "aws_example.on", "aws_example.unknown"} with input as plan
	group_grants.status == {
		"aws_example.off": "pass",
		"aws_example.on": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_the_class_of_the_data_does_not_matter if {
	plan := testing.plan("direct_grant", "none", _judged)
	group_grants.applies == {"aws_example.off", "aws_example.on", "aws_example.unknown"} with input as plan
	group_grants.status == {
		"aws_example.off": "pass",
		"aws_example.on": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	group_grants.applies == set() with input as plan
	group_grants.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("direct_grant", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	group_grants.applies == {"aws_example.misspelt"} with input as plan
	group_grants.status == {} with input as plan
}
