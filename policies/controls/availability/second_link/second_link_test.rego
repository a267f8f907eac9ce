package hipaa.controls.availability.second_link_test

import data.hipaa.controls.availability.second_link
import data.hipaa.testing

_judged := {
	"aws_example.several": {"state": "several"},
	"aws_example.one": {"state": "one"},
}

test_each_state_has_its_status if {
	plan := testing.plan("second_link", "ephi", _judged)
	second_link.applies == {"aws_example.several", "aws_example.one"} with input as plan
	second_link.status == {
		"aws_example.several": "pass",
		"aws_example.one": "fail",
	} with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("second_link", "none", _judged)
	second_link.applies == set() with input as plan
	second_link.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	second_link.applies == set() with input as plan
	second_link.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("second_link", "ephi", {"aws_example.misspelt": {"state": "misspelt"}})
	second_link.applies == {"aws_example.misspelt"} with input as plan
	second_link.status == {} with input as plan
}
