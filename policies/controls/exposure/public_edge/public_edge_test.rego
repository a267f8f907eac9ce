package hipaa.controls.exposure.public_edge_test

import data.hipaa.controls.exposure.public_edge
import data.hipaa.testing

_judged := {
	"aws_example.private": {"state": "private"},
	"aws_example.public": {"state": "public"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("public_edge", "ephi", _judged)
	public_edge.applies == {
		"aws_example.private",
		"aws_example.public",
		"aws_example.unknown",
	} with input as plan
	public_edge.status == {
		"aws_example.private": "pass",
		"aws_example.public": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_types_that_hold_no_data_are_judged if {
	plan := testing.plan("public_edge", "unclassified", _judged)
	public_edge.applies == {
		"aws_example.private",
		"aws_example.public",
		"aws_example.unknown",
	} with input as plan
	public_edge.status == {
		"aws_example.private": "pass",
		"aws_example.public": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	public_edge.applies == set() with input as plan
	public_edge.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("public_edge", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	public_edge.applies == {"aws_example.misspelt"} with input as plan
	public_edge.status == {} with input as plan
}

test_what_is_labelled_none_is_not_judged if {
	plan := testing.plan("public_edge", "none", _judged)
	public_edge.applies == set() with input as plan
	public_edge.status == {} with input as plan
}
