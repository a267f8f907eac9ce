package hipaa.controls.exposure.firewall_default_test

import data.hipaa.controls.exposure.firewall_default
import data.hipaa.testing

_judged := {
	"aws_example.filtering": {"state": "filtering"},
	"aws_example.unknown": {"state": "unknown"},
	"aws_example.passing": {"state": "passing"},
}

test_each_state_has_its_status if {
	plan := testing.plan("firewall_default", "ephi", _judged)
	firewall_default.applies == {"aws_example.filtering", "aws_example.unknown", "aws_example.passing"} with input as plan
	firewall_default.status == {
		"aws_example.filtering": "pass",
		"aws_example.unknown": "undetermined",
		"aws_example.passing": "fail",
	} with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("firewall_default", "none", _judged)
	firewall_default.applies == set() with input as plan
	firewall_default.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	firewall_default.applies == set() with input as plan
	firewall_default.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("firewall_default", "ephi", {"aws_example.misspelt": {"state": "misspelt"}})
	firewall_default.applies == {"aws_example.misspelt"} with input as plan
	firewall_default.status == {} with input as plan
}
