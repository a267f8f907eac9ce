package hipaa.controls.access.long_lived_keys_test

import data.hipaa.controls.access.long_lived_keys
import data.hipaa.testing

_judged := {
	"aws_example.inactive": {"state": "inactive"},
	"aws_example.unknown": {"state": "unknown"},
	"aws_example.active": {"state": "active"},
}

test_each_state_has_its_status if {
	plan := testing.plan("long_lived_key", "ephi", _judged)
	long_lived_keys.applies == {"aws_example.inactive", "aws_example.unknown", "aws_example.active"} with input as plan
	long_lived_keys.status == {
		"aws_example.inactive": "pass",
		"aws_example.unknown": "undetermined",
		"aws_example.active": "fail",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	long_lived_keys.applies == set() with input as plan
	long_lived_keys.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("long_lived_key", "ephi", {"aws_example.misspelt": {"state": "misspelt"}})
	long_lived_keys.applies == {"aws_example.misspelt"} with input as plan
	long_lived_keys.status == {} with input as plan
}
