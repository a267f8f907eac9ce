package hipaa.controls.detection.switched_on_test

import data.hipaa.controls.detection.switched_on
import data.hipaa.testing

_judged := {
	"aws_example.on": {"state": "on"},
	"aws_example.off": {"state": "off"},
	"aws_example.unknown": {"state": "unknown"},
}

_all := {
	"aws_example.on",
	"aws_example.off",
	"aws_example.unknown",
}

_statuses := {
	"aws_example.on": "pass",
	"aws_example.off": "fail",
	"aws_example.unknown": "undetermined",
}

test_each_state_has_its_status if {
	plan := testing.plan("detection", "ephi", _judged)
	switched_on.applies == _all with input as plan
	switched_on.status == _statuses with input as plan
}

test_the_class_of_the_data_does_not_matter if {
	plan := testing.plan("detection", "none", _judged)
	switched_on.applies == _all with input as plan
	switched_on.status == _statuses with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	switched_on.applies == set() with input as plan
	switched_on.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("detection", "ephi", {"aws_example.misspelt": {"state": "misspelt"}})
	switched_on.applies == {"aws_example.misspelt"} with input as plan
	switched_on.status == {} with input as plan
}
