package hipaa.controls.access.admin_name_test

import data.hipaa.controls.access.admin_name
import data.hipaa.testing

_judged := {
	"aws_example.chosen": {"state": "chosen"},
	"aws_example.default": {"state": "default"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("admin_name", "ephi", _judged)
	admin_name.applies == {"aws_example.chosen", "aws_example.default", "aws_example.unknown"} with input as plan
	admin_name.status == {
		"aws_example.chosen": "pass",
		"aws_example.default": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("admin_name", "none", _judged)
	admin_name.applies == set() with input as plan
	admin_name.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	admin_name.applies == set() with input as plan
	admin_name.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("admin_name", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	admin_name.applies == {"aws_example.misspelt"} with input as plan
	admin_name.status == {} with input as plan
}
