package hipaa.controls.integrity.image_tags_test

import data.hipaa.controls.integrity.image_tags
import data.hipaa.testing

_judged := {
	"aws_example.immutable": {"state": "immutable"},
	"aws_example.mutable": {"state": "mutable"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("image_tags", "ephi", _judged)
	image_tags.applies == {"aws_example.immutable", "aws_example.mutable", "aws_example.unknown"} with input as plan
	image_tags.status == {
		"aws_example.immutable": "pass",
		"aws_example.mutable": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_what_is_labelled_none_is_not_judged if {
	plan := testing.plan("image_tags", "none", _judged)
	image_tags.applies == set() with input as plan
	image_tags.status == {} with input as plan
}

test_types_that_hold_no_data_are_judged if {
	plan := testing.plan("image_tags", "unclassified", _judged)
	image_tags.applies == {"aws_example.immutable", "aws_example.mutable", "aws_example.unknown"} with input as plan
	image_tags.status == {
		"aws_example.immutable": "pass",
		"aws_example.mutable": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	image_tags.applies == set() with input as plan
	image_tags.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("image_tags", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	image_tags.applies == {"aws_example.misspelt"} with input as plan
	image_tags.status == {} with input as plan
}
