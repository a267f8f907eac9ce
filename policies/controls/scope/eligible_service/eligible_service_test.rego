package hipaa.controls.scope.eligible_service_test

import data.hipaa.controls.scope.eligible_service
import data.hipaa.testing

_judged := {
	"aws_example.eligible": {"state": "eligible"},
	"aws_example.unknown": {"state": "unknown"},
	"aws_example.ineligible": {"state": "ineligible"},
}

test_each_state_has_its_status if {
	plan := testing.plan("eligibility", "ephi", _judged)
	eligible_service.applies == {"aws_example.eligible", "aws_example.unknown", "aws_example.ineligible"} with input as plan
	eligible_service.status == {
		"aws_example.eligible": "pass",
		"aws_example.unknown": "undetermined",
		"aws_example.ineligible": "fail",
	} with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("eligibility", "none", _judged)
	eligible_service.applies == set() with input as plan
	eligible_service.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	eligible_service.applies == set() with input as plan
	eligible_service.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("eligibility", "ephi", {"aws_example.misspelt": {"state": "misspelt"}})
	eligible_service.applies == {"aws_example.misspelt"} with input as plan
	eligible_service.status == {} with input as plan
}
