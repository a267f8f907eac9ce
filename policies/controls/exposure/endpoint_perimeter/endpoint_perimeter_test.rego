package hipaa.controls.exposure.endpoint_perimeter_test

import data.hipaa.controls.exposure.endpoint_perimeter
import data.hipaa.testing

_judged := {
	"aws_example.pinned": {"state": "pinned"},
	"aws_example.unknown": {"state": "unknown"},
	"aws_example.open": {"state": "open"},
}

test_each_state_has_its_status if {
	plan := testing.plan("endpoint_perimeter", "ephi", _judged)
	endpoint_perimeter.applies == {"aws_example.pinned", "aws_example.unknown", "aws_example.open"} with input as plan
	endpoint_perimeter.status == {
		"aws_example.pinned": "pass",
		"aws_example.unknown": "undetermined",
		"aws_example.open": "fail",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	endpoint_perimeter.applies == set() with input as plan
	endpoint_perimeter.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("endpoint_perimeter", "ephi", {"aws_example.misspelt": {"state": "misspelt"}})
	endpoint_perimeter.applies == {"aws_example.misspelt"} with input as plan
	endpoint_perimeter.status == {} with input as plan
}
