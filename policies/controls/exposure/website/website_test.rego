package hipaa.controls.exposure.website_test

import data.hipaa.controls.exposure.website
import data.hipaa.testing

_judged := {
	"aws_example.off": {"state": "off"},
	"aws_example.unknown": {"state": "unknown"},
	"aws_example.on": {"state": "on"},
}

test_each_state_has_its_status if {
	plan := testing.plan("website_hosting", "ephi", _judged)
	website.applies == {"aws_example.off", "aws_example.unknown", "aws_example.on"} with input as plan
	website.status == {
		"aws_example.off": "pass",
		"aws_example.unknown": "undetermined",
		"aws_example.on": "fail",
	} with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("website_hosting", "none", _judged)
	website.applies == set() with input as plan
	website.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	website.applies == set() with input as plan
	website.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("website_hosting", "ephi", {"aws_example.misspelt": {"state": "misspelt"}})
	website.applies == {"aws_example.misspelt"} with input as plan
	website.status == {} with input as plan
}
