package hipaa.controls.detection.security_contact_test

import data.hipaa.controls.detection.security_contact
import data.hipaa.testing

_judged := {
	"aws_example.on": {"state": "on"},
	"aws_example.off": {"state": "off"},
}

_all := {
	"aws_example.on",
	"aws_example.off",
}

_statuses := {
	"aws_example.on": "pass",
	"aws_example.off": "fail",
}

test_each_state_has_its_status if {
	plan := testing.plan("security_contact", "ephi", _judged)
	security_contact.applies == _all with input as plan
	security_contact.status == _statuses with input as plan
}

test_the_class_of_the_data_does_not_matter if {
	plan := testing.plan("security_contact", "none", _judged)
	security_contact.applies == _all with input as plan
	security_contact.status == _statuses with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	security_contact.applies == set() with input as plan
	security_contact.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("security_contact", "ephi", {"aws_example.misspelt": {"state": "misspelt"}})
	security_contact.applies == {"aws_example.misspelt"} with input as plan
	security_contact.status == {} with input as plan
}
