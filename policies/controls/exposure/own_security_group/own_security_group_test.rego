package hipaa.controls.exposure.own_security_group_test

import data.hipaa.controls.exposure.own_security_group
import data.hipaa.testing

_judged := {
	"aws_example.named": {"state": "named"},
	"aws_example.default": {"state": "default"},
}

test_each_state_has_its_status if {
	plan := testing.plan("security_groups", "ephi", _judged)
	own_security_group.applies == {
		"aws_example.named",
		"aws_example.default",
	} with input as plan
	own_security_group.status == {
		"aws_example.named": "pass",
		"aws_example.default": "fail",
	} with input as plan
}

test_types_that_hold_no_data_are_judged if {
	plan := testing.plan("security_groups", "unclassified", _judged)
	own_security_group.applies == {
		"aws_example.named",
		"aws_example.default",
	} with input as plan
	own_security_group.status == {
		"aws_example.named": "pass",
		"aws_example.default": "fail",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	own_security_group.applies == set() with input as plan
	own_security_group.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("security_groups", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	own_security_group.applies == {"aws_example.misspelt"} with input as plan
	own_security_group.status == {} with input as plan
}

test_what_is_labelled_none_is_not_judged if {
	plan := testing.plan("security_groups", "none", _judged)
	own_security_group.applies == set() with input as plan
	own_security_group.status == {} with input as plan
}
