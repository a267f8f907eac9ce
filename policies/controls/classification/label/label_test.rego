package hipaa.controls.classification.label_test

import data.hipaa.controls.classification.label
import data.hipaa.testing

_judged := {
	"aws_example.consistent": {"state": "consistent"},
	"aws_example.contradicted": {"state": "contradicted"},
}

test_each_state_has_its_status if {
	plan := testing.plan("data_class_label", "ephi", _judged)
	label.applies == {"aws_example.consistent", "aws_example.contradicted"} with input as plan
	label.status == {
		"aws_example.consistent": "pass",
		"aws_example.contradicted": "fail",
	} with input as plan
}

test_the_class_of_the_data_does_not_matter if {
	plan := testing.plan("data_class_label", "none", _judged)
	label.applies == {"aws_example.consistent", "aws_example.contradicted"} with input as plan
	label.status == {
		"aws_example.consistent": "pass",
		"aws_example.contradicted": "fail",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	label.applies == set() with input as plan
	label.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("data_class_label", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	label.applies == {"aws_example.misspelt"} with input as plan
	label.status == {} with input as plan
}
