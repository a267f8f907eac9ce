package hipaa.controls.access.client_certificate_test

import data.hipaa.controls.access.client_certificate
import data.hipaa.testing

_judged := {
	"aws_example.on": {"state": "on"},
	"aws_example.unknown": {"state": "unknown"},
	"aws_example.off": {"state": "off"},
}

test_each_state_has_its_status if {
	plan := testing.plan("client_certificate", "ephi", _judged)
	client_certificate.applies == {"aws_example.on", "aws_example.unknown", "aws_example.off"} with input as plan
	client_certificate.status == {
		"aws_example.on": "pass",
		"aws_example.unknown": "undetermined",
		"aws_example.off": "fail",
	} with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("client_certificate", "none", _judged)
	client_certificate.applies == set() with input as plan
	client_certificate.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	client_certificate.applies == set() with input as plan
	client_certificate.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("client_certificate", "ephi", {"aws_example.misspelt": {"state": "misspelt"}})
	client_certificate.applies == {"aws_example.misspelt"} with input as plan
	client_certificate.status == {} with input as plan
}
