package hipaa.controls.scope.allowed_region_test

import data.hipaa.controls.scope.allowed_region
import data.hipaa.testing

_judged := {
	"aws_example.allowed": {"state": "allowed"},
	"aws_example.unknown": {"state": "unknown"},
	"aws_example.elsewhere": {"state": "elsewhere"},
}

test_each_state_has_its_status if {
	plan := testing.plan("region", "ephi", _judged)
	allowed_region.applies == {"aws_example.allowed", "aws_example.unknown", "aws_example.elsewhere"} with input as plan
	allowed_region.status == {
		"aws_example.allowed": "pass",
		"aws_example.unknown": "undetermined",
		"aws_example.elsewhere": "fail",
	} with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("region", "none", _judged)
	allowed_region.applies == set() with input as plan
	allowed_region.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	allowed_region.applies == set() with input as plan
	allowed_region.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("region", "ephi", {"aws_example.misspelt": {"state": "misspelt"}})
	allowed_region.applies == {"aws_example.misspelt"} with input as plan
	allowed_region.status == {} with input as plan
}
