package hipaa.controls.keys.managed_certificate_test

import data.hipaa.controls.keys.managed_certificate
import data.hipaa.testing

_judged := {
	"aws_example.acm": {"state": "acm"},
	"aws_example.unknown": {"state": "unknown"},
	"aws_example.iam": {"state": "iam"},
}

test_each_state_has_its_status if {
	plan := testing.plan("certificate_store", "ephi", _judged)
	managed_certificate.applies == {"aws_example.acm", "aws_example.unknown", "aws_example.iam"} with input as plan
	managed_certificate.status == {
		"aws_example.acm": "pass",
		"aws_example.unknown": "undetermined",
		"aws_example.iam": "fail",
	} with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("certificate_store", "none", _judged)
	managed_certificate.applies == set() with input as plan
	managed_certificate.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	managed_certificate.applies == set() with input as plan
	managed_certificate.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("certificate_store", "ephi", {"aws_example.misspelt": {"state": "misspelt"}})
	managed_certificate.applies == {"aws_example.misspelt"} with input as plan
	managed_certificate.status == {} with input as plan
}
