package hipaa.controls.access.narrow_trust_test

import data.hipaa.controls.access.narrow_trust
import data.hipaa.testing

_judged := {
	"aws_example.named": {"state": "named"},
	"aws_example.whole_account": {"state": "whole-account"},
	"aws_example.everyone": {"state": "everyone"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("trust", "ephi", _judged)
	narrow_trust.applies == {"aws_example.named", "aws_example.whole_account"} with input as plan
	narrow_trust.status == {
		"aws_example.named": "pass",
		"aws_example.whole_account": "fail",
	} with input as plan
}

test_the_class_of_the_data_does_not_matter if {
	plan := testing.plan("trust", "none", _judged)
	narrow_trust.applies == {"aws_example.named", "aws_example.whole_account"} with input as plan
	narrow_trust.status == {
		"aws_example.named": "pass",
		"aws_example.whole_account": "fail",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	narrow_trust.applies == set() with input as plan
	narrow_trust.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("trust", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	narrow_trust.applies == {"aws_example.misspelt"} with input as plan
	narrow_trust.status == {} with input as plan
}
