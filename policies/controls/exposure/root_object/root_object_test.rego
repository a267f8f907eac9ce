package hipaa.controls.exposure.root_object_test

import data.hipaa.controls.exposure.root_object
import data.hipaa.testing

_judged := {
	"aws_example.named": {"state": "named"},
	"aws_example.unknown": {"state": "unknown"},
	"aws_example.none": {"state": "none"},
}

test_each_state_has_its_status if {
	plan := testing.plan("root_object", "ephi", _judged)
	root_object.applies == {"aws_example.named", "aws_example.unknown", "aws_example.none"} with input as plan
	root_object.status == {
		"aws_example.named": "pass",
		"aws_example.unknown": "undetermined",
		"aws_example.none": "fail",
	} with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("root_object", "none", _judged)
	root_object.applies == set() with input as plan
	root_object.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	root_object.applies == set() with input as plan
	root_object.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("root_object", "ephi", {"aws_example.misspelt": {"state": "misspelt"}})
	root_object.applies == {"aws_example.misspelt"} with input as plan
	root_object.status == {} with input as plan
}
