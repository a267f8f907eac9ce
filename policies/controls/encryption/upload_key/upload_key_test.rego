package hipaa.controls.encryption.upload_key_test

import data.hipaa.controls.encryption.upload_key
import data.hipaa.testing

_judged := {
	"aws_example.pinned": {"state": "pinned"},
	"aws_example.open": {"state": "open"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("upload_key", "ephi", _judged)
	upload_key.applies == {"aws_example.pinned", "aws_example.open", "aws_example.unknown"} with input as plan
	upload_key.status == {
		"aws_example.pinned": "pass",
		"aws_example.open": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("upload_key", "none", _judged)
	upload_key.applies == set() with input as plan
	upload_key.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	upload_key.applies == set() with input as plan
	upload_key.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("upload_key", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	upload_key.applies == {"aws_example.misspelt"} with input as plan
	upload_key.status == {} with input as plan
}
