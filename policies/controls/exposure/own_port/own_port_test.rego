package hipaa.controls.exposure.own_port_test

import data.hipaa.controls.exposure.own_port
import data.hipaa.testing

_judged := {
	"aws_example.moved": {"state": "moved"},
	"aws_example.default": {"state": "default"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("default_port", "ephi", _judged)
	own_port.applies == {"aws_example.moved", "aws_example.default", "aws_example.unknown"} with input as plan
	own_port.status == {
		"aws_example.moved": "pass",
		"aws_example.default": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("default_port", "none", _judged)
	own_port.applies == set() with input as plan
	own_port.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	own_port.applies == set() with input as plan
	own_port.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("default_port", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	own_port.applies == {"aws_example.misspelt"} with input as plan
	own_port.status == {} with input as plan
}
