package hipaa.controls.protection.strength_test

import data.hipaa.controls.protection.strength
import data.hipaa.testing

_judged := {
	"aws_example.held": {"state": "held"},
	"aws_example.weakened": {"state": "weakened"},
}

_all := {
	"aws_example.held",
	"aws_example.weakened",
}

_statuses := {
	"aws_example.held": "pass",
	"aws_example.weakened": "fail",
}

test_each_state_has_its_status if {
	plan := testing.plan("strength", "ephi", _judged)
	strength.applies == _all with input as plan
	strength.status == _statuses with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("strength", "none", _judged)
	strength.applies == set() with input as plan
	strength.status == {} with input as plan
}

# What is too little already is said by the control of the number.
test_what_falls_below_the_profile_is_judged_elsewhere if {
	judged := {
		"aws_example.backup": {"state": "weakened", "changes": {"backup": 6}},
		"aws_example.both": {"state": "weakened", "changes": {"backup": 6, "log_retention": 365}},
		"aws_example.enough": {"state": "weakened", "changes": {"backup": 7}},
		"aws_example.key": {"state": "weakened", "changes": {"encryption_key": "imposed"}},
	}
	plan := testing.plan("strength", "ephi", judged)
	strength.applies == {"aws_example.both", "aws_example.enough", "aws_example.key"} with input as plan
	strength.status == {
		"aws_example.both": "fail",
		"aws_example.enough": "fail",
		"aws_example.key": "fail",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	strength.applies == set() with input as plan
	strength.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("strength", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	strength.applies == {"aws_example.misspelt"} with input as plan
	strength.status == {} with input as plan
}
