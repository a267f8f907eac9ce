package hipaa.controls.exposure.peering_routes_test

import data.hipaa.controls.exposure.peering_routes
import data.hipaa.testing

_judged := {
	"aws_example.narrow": {"state": "narrow"},
	"aws_example.unknown": {"state": "unknown"},
	"aws_example.wide": {"state": "wide"},
}

test_each_state_has_its_status if {
	plan := testing.plan("peering_routes", "ephi", _judged)
	peering_routes.applies == {"aws_example.narrow", "aws_example.unknown", "aws_example.wide"} with input as plan
	peering_routes.status == {
		"aws_example.narrow": "pass",
		"aws_example.unknown": "undetermined",
		"aws_example.wide": "fail",
	} with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("peering_routes", "none", _judged)
	peering_routes.applies == set() with input as plan
	peering_routes.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	peering_routes.applies == set() with input as plan
	peering_routes.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("peering_routes", "ephi", {"aws_example.misspelt": {"state": "misspelt"}})
	peering_routes.applies == {"aws_example.misspelt"} with input as plan
	peering_routes.status == {} with input as plan
}
