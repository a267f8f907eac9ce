package hipaa.controls.exposure.inside_network_test

import data.hipaa.controls.exposure.inside_network
import data.hipaa.testing

_judged := {
	"aws_example.inside": {"state": "inside"},
	"aws_example.outside": {"state": "outside"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("network_placement", "ephi", _judged)
	inside_network.applies == {"aws_example.inside", "aws_example.outside", "aws_example.unknown"} with input as plan
	inside_network.status == {
		"aws_example.inside": "pass",
		"aws_example.outside": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_what_is_labelled_none_is_not_judged if {
	plan := testing.plan("network_placement", "none", _judged)
	inside_network.applies == set() with input as plan
	inside_network.status == {} with input as plan
}

test_types_that_hold_no_data_are_judged if {
	plan := testing.plan("network_placement", "unclassified", _judged)
	inside_network.applies == {"aws_example.inside", "aws_example.outside", "aws_example.unknown"} with input as plan
	inside_network.status == {
		"aws_example.inside": "pass",
		"aws_example.outside": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	inside_network.applies == set() with input as plan
	inside_network.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("network_placement", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	inside_network.applies == {"aws_example.misspelt"} with input as plan
	inside_network.status == {} with input as plan
}
