package hipaa.controls.encryption.written_down_test

import data.hipaa.controls.encryption.written_down
import data.hipaa.testing

_judged := {
	"aws_example.written": {"state": "written"},
	"aws_example.unwritten": {"state": "unwritten"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("encryption_written", "ephi", _judged)
	written_down.applies == {"aws_example.written", "aws_example.unwritten", "aws_example.unknown"} with input as plan
	written_down.status == {
		"aws_example.written": "pass",
		"aws_example.unwritten": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("encryption_written", "none", _judged)
	written_down.applies == set() with input as plan
	written_down.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	written_down.applies == set() with input as plan
	written_down.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("encryption_written", "ephi", {"aws_example.misspelt": {"state": "writen"}})
	written_down.applies == {"aws_example.misspelt"} with input as plan
	written_down.status == {} with input as plan
}
