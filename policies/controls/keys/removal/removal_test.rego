package hipaa.controls.keys.removal_test

import data.hipaa.controls.keys.removal
import data.hipaa.testing

_judged := {
	"aws_example.unused": {"state": "unused"},
	"aws_example.in_use": {"state": "in-use"},
}

_all := {
	"aws_example.unused",
	"aws_example.in_use",
}

_statuses := {
	"aws_example.unused": "pass",
	"aws_example.in_use": "fail",
}

test_each_state_has_its_status if {
	plan := testing.plan("key_removal", "ephi", _judged)
	removal.applies == _all with input as plan
	removal.status == _statuses with input as plan
}

test_the_class_of_the_data_does_not_matter if {
	plan := testing.plan("key_removal", "none", _judged)
	removal.applies == _all with input as plan
	removal.status == _statuses with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	removal.applies == set() with input as plan
	removal.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("key_removal", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	removal.applies == {"aws_example.misspelt"} with input as plan
	removal.status == {} with input as plan
}
