package hipaa.controls.exposure.existing_target_test

import data.hipaa.controls.exposure.existing_target
import data.hipaa.testing

_judged := {
	"aws_example.declared": {"state": "declared"},
	"aws_example.undeclared": {"state": "undeclared"},
}

test_each_state_has_its_status if {
	plan := testing.plan("declared_target", "ephi", _judged)
	existing_target.applies == {"aws_example.declared", "aws_example.undeclared"} with input as plan
	existing_target.status == {
		"aws_example.declared": "pass",
		"aws_example.undeclared": "fail",
	} with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("declared_target", "none", _judged)
	existing_target.applies == set() with input as plan
	existing_target.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	existing_target.applies == set() with input as plan
	existing_target.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("declared_target", "ephi", {"aws_example.misspelt": {"state": "misspelt"}})
	existing_target.applies == {"aws_example.misspelt"} with input as plan
	existing_target.status == {} with input as plan
}
