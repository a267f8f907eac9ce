package hipaa.controls.access.limited_administration_test

import data.hipaa.controls.access.limited_administration
import data.hipaa.testing

_judged := {
	"aws_example.bounded": {"state": "bounded"},
	"aws_example.broad": {"state": "broad"},
	"aws_example.full": {"state": "full"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("iam_statements", "ephi", _judged)
	limited_administration.applies == {
		"aws_example.bounded",
		"aws_example.broad",
		"aws_example.full",
		"aws_example.unknown",
	} with input as plan
	limited_administration.status == {
		"aws_example.bounded": "pass",
		"aws_example.broad": "pass",
		"aws_example.full": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_the_class_of_the_data_does_not_matter if {
	plan := testing.plan("iam_statements", "none", _judged)
	limited_administration.applies == {
		"aws_example.bounded",
		"aws_example.broad",
		"aws_example.full",
		"aws_example.unknown",
	} with input as plan
	limited_administration.status == {
		"aws_example.bounded": "pass",
		"aws_example.broad": "pass",
		"aws_example.full": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	limited_administration.applies == set() with input as plan
	limited_administration.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("iam_statements", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	limited_administration.applies == {"aws_example.misspelt"} with input as plan
	limited_administration.status == {} with input as plan
}
