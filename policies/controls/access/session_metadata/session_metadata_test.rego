package hipaa.controls.access.session_metadata_test

import data.hipaa.controls.access.session_metadata
import data.hipaa.testing

_judged := {
	"aws_example.session": {"state": "session"},
	"aws_example.open": {"state": "open"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("metadata_service", "ephi", _judged)
	session_metadata.applies == {"aws_example.session", "aws_example.open", "aws_example.unknown"} with input as plan
	session_metadata.status == {
		"aws_example.session": "pass",
		"aws_example.open": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_the_class_of_the_data_does_not_matter if {
	plan := testing.plan("metadata_service", "none", _judged)
	session_metadata.applies == {"aws_example.session", "aws_example.open", "aws_example.unknown"} with input as plan
	session_metadata.status == {
		"aws_example.session": "pass",
		"aws_example.open": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	session_metadata.applies == set() with input as plan
	session_metadata.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("metadata_service", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	session_metadata.applies == {"aws_example.misspelt"} with input as plan
	session_metadata.status == {} with input as plan
}
