package hipaa.controls.exposure.web_acl_rules_test

import data.hipaa.controls.exposure.web_acl_rules
import data.hipaa.testing

_judged := {
	"aws_example.guarded": {"state": "guarded"},
	"aws_example.unknown": {"state": "unknown"},
	"aws_example.bare": {"state": "bare"},
}

test_each_state_has_its_status if {
	plan := testing.plan("web_acl_rules", "ephi", _judged)
	web_acl_rules.applies == {"aws_example.guarded", "aws_example.unknown", "aws_example.bare"} with input as plan
	web_acl_rules.status == {
		"aws_example.guarded": "pass",
		"aws_example.unknown": "undetermined",
		"aws_example.bare": "fail",
	} with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("web_acl_rules", "none", _judged)
	web_acl_rules.applies == set() with input as plan
	web_acl_rules.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	web_acl_rules.applies == set() with input as plan
	web_acl_rules.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("web_acl_rules", "ephi", {"aws_example.misspelt": {"state": "misspelt"}})
	web_acl_rules.applies == {"aws_example.misspelt"} with input as plan
	web_acl_rules.status == {} with input as plan
}
