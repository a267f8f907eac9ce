package hipaa.controls.access.external_trust_test

import data.hipaa.controls.access.external_trust
import data.hipaa.testing

_judged := {
	"aws_example.guarded": {"state": "guarded"},
	"aws_example.bare": {"state": "bare"},
}

test_each_state_has_its_status if {
	plan := testing.plan("external_trust", "ephi", _judged)
	external_trust.applies == {
		"aws_example.guarded",
		"aws_example.bare",
	} with input as plan
	external_trust.status == {
		"aws_example.guarded": "pass",
		"aws_example.bare": "fail",
	} with input as plan
}

test_the_class_of_the_data_does_not_matter if {
	plan := testing.plan("external_trust", "none", _judged)
	external_trust.applies == {
		"aws_example.guarded",
		"aws_example.bare",
	} with input as plan
	external_trust.status == {
		"aws_example.guarded": "pass",
		"aws_example.bare": "fail",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	external_trust.applies == set() with input as plan
	external_trust.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("external_trust", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	external_trust.applies == {"aws_example.misspelt"} with input as plan
	external_trust.status == {} with input as plan
}
