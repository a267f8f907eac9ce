package hipaa.controls.exposure.private_subnet_test

import data.hipaa.controls.exposure.private_subnet
import data.hipaa.testing

_judged := {
	"aws_example.private": {"state": "private"},
	"aws_example.public": {"state": "public"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("subnet_exposure", "ephi", _judged)
	private_subnet.applies == {
		"aws_example.private",
		"aws_example.public",
		"aws_example.unknown",
	} with input as plan
	private_subnet.status == {
		"aws_example.private": "pass",
		"aws_example.public": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_types_that_hold_no_data_are_judged if {
	plan := testing.plan("subnet_exposure", "unclassified", _judged)
	private_subnet.applies == {
		"aws_example.private",
		"aws_example.public",
		"aws_example.unknown",
	} with input as plan
	private_subnet.status == {
		"aws_example.private": "pass",
		"aws_example.public": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	private_subnet.applies == set() with input as plan
	private_subnet.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("subnet_exposure", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	private_subnet.applies == {"aws_example.misspelt"} with input as plan
	private_subnet.status == {} with input as plan
}

test_what_is_labelled_none_is_not_judged if {
	plan := testing.plan("subnet_exposure", "none", _judged)
	private_subnet.applies == set() with input as plan
	private_subnet.status == {} with input as plan
}
