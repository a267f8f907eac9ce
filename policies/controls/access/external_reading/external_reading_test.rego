package hipaa.controls.access.external_reading_test

import data.hipaa.controls.access.external_reading
import data.hipaa.testing

_judged := {
	"aws_example.bounded": {"state": "bounded"},
	"aws_example.everything": {"state": "everything"},
}

test_each_state_has_its_status if {
	plan := testing.plan("external_read", "ephi", _judged)
	external_reading.applies == {
		"aws_example.bounded",
		"aws_example.everything",
	} with input as plan
	external_reading.status == {
		"aws_example.bounded": "pass",
		"aws_example.everything": "fail",
	} with input as plan
}

test_the_class_of_the_data_does_not_matter if {
	plan := testing.plan("external_read", "none", _judged)
	external_reading.applies == {
		"aws_example.bounded",
		"aws_example.everything",
	} with input as plan
	external_reading.status == {
		"aws_example.bounded": "pass",
		"aws_example.everything": "fail",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	external_reading.applies == set() with input as plan
	external_reading.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("external_read", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	external_reading.applies == {"aws_example.misspelt"} with input as plan
	external_reading.status == {} with input as plan
}
