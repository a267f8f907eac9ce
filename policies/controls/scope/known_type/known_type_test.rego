package hipaa.controls.scope.known_type_test

import data.hipaa.controls.scope.known_type
import data.hipaa.testing

_judged := {
	"aws_example.known": {"state": "known"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("known_type", "ephi", _judged)
	known_type.applies == {"aws_example.known", "aws_example.unknown"} with input as plan
	known_type.status == {
		"aws_example.known": "pass",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("known_type", "none", _judged)
	known_type.applies == set() with input as plan
	known_type.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	known_type.applies == set() with input as plan
	known_type.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("known_type", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	known_type.applies == {"aws_example.misspelt"} with input as plan
	known_type.status == {} with input as plan
}
