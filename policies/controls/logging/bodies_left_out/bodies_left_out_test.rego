package hipaa.controls.logging.bodies_left_out_test

import data.hipaa.controls.logging.bodies_left_out
import data.hipaa.testing

_judged := {
	"aws_example.off": {"state": "off"},
	"aws_example.on": {"state": "on"},
	"aws_example.unknown": {"state": "unknown"},
}

_all := {
	"aws_example.off",
	"aws_example.on",
	"aws_example.unknown",
}

_statuses := {
	"aws_example.off": "pass",
	"aws_example.on": "fail",
	"aws_example.unknown": "undetermined",
}

test_each_state_has_its_status if {
	plan := testing.plan("body_log", "ephi", _judged)
	bodies_left_out.applies == _all with input as plan
	bodies_left_out.status == _statuses with input as plan
}

test_what_is_labelled_none_is_not_judged if {
	plan := testing.plan("body_log", "none", _judged)
	bodies_left_out.applies == set() with input as plan
	bodies_left_out.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	bodies_left_out.applies == set() with input as plan
	bodies_left_out.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("body_log", "ephi", {"aws_example.misspelt": {"state": "misspelt"}})
	bodies_left_out.applies == {"aws_example.misspelt"} with input as plan
	bodies_left_out.status == {} with input as plan
}
