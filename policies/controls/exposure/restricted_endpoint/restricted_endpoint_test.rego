package hipaa.controls.exposure.restricted_endpoint_test

import data.hipaa.controls.exposure.restricted_endpoint
import data.hipaa.testing

_judged := {
	"aws_example.private": {"state": "private"},
	"aws_example.restricted": {"state": "restricted"},
	"aws_example.public": {"state": "public"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("public_endpoint", "ephi", _judged)
	restricted_endpoint.applies == {"aws_example.private", "aws_example.restricted"} with input as plan
	restricted_endpoint.status == {
		"aws_example.private": "pass",
		"aws_example.restricted": "fail",
	} with input as plan
}

test_types_that_hold_no_data_are_judged if {
	plan := testing.plan("public_endpoint", "unclassified", _judged)
	restricted_endpoint.applies == {"aws_example.private", "aws_example.restricted"} with input as plan
	restricted_endpoint.status == {
		"aws_example.private": "pass",
		"aws_example.restricted": "fail",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	restricted_endpoint.applies == set() with input as plan
	restricted_endpoint.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("public_endpoint", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	restricted_endpoint.applies == {"aws_example.misspelt"} with input as plan
	restricted_endpoint.status == {} with input as plan
}

test_what_is_labelled_none_is_not_judged if {
	plan := testing.plan("public_endpoint", "none", _judged)
	restricted_endpoint.applies == set() with input as plan
	restricted_endpoint.status == {} with input as plan
}
