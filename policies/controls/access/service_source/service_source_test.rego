package hipaa.controls.access.service_source_test

import data.hipaa.controls.access.service_source
import data.hipaa.testing

_judged := {
	"aws_example.tied": {"state": "tied"},
	"aws_example.untied": {"state": "untied"},
}

test_each_state_has_its_status if {
	plan := testing.plan("service_source", "ephi", _judged)
	service_source.applies == {"aws_example.tied", "aws_example.untied"} with input as plan
	service_source.status == {
		"aws_example.tied": "pass",
		"aws_example.untied": "fail",
	} with input as plan
}

test_the_class_of_the_data_does_not_matter if {
	plan := testing.plan("service_source", "none", _judged)
	service_source.applies == {"aws_example.tied", "aws_example.untied"} with input as plan
	service_source.status == {
		"aws_example.tied": "pass",
		"aws_example.untied": "fail",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	service_source.applies == set() with input as plan
	service_source.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("service_source", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	service_source.applies == {"aws_example.misspelt"} with input as plan
	service_source.status == {} with input as plan
}
