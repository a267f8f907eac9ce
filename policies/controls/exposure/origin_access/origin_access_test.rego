package hipaa.controls.exposure.origin_access_test

import data.hipaa.controls.exposure.origin_access
import data.hipaa.testing

_judged := {
	"aws_example.identified": {"state": "identified"},
	"aws_example.anonymous": {"state": "anonymous"},
}

test_each_state_has_its_status if {
	plan := testing.plan("origin_access", "ephi", _judged)
	origin_access.applies == {"aws_example.identified", "aws_example.anonymous"} with input as plan
	origin_access.status == {
		"aws_example.identified": "pass",
		"aws_example.anonymous": "fail",
	} with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("origin_access", "none", _judged)
	origin_access.applies == set() with input as plan
	origin_access.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	origin_access.applies == set() with input as plan
	origin_access.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("origin_access", "ephi", {"aws_example.misspelt": {"state": "misspelt"}})
	origin_access.applies == {"aws_example.misspelt"} with input as plan
	origin_access.status == {} with input as plan
}
