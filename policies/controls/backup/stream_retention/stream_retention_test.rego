package hipaa.controls.backup.stream_retention_test

import data.hipaa.controls.backup.stream_retention
import data.hipaa.testing

_judged := {
	"aws_example.longer": {"state": "known", "days": 8},
	"aws_example.exact": {"state": "known", "days": 7},
	"aws_example.shorter": {"state": "known", "days": 6},
	"aws_example.zero": {"state": "known", "days": 0},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("stream_retention", "ephi", _judged)
	stream_retention.applies == {
		"aws_example.longer",
		"aws_example.exact",
		"aws_example.shorter",
		"aws_example.zero",
		"aws_example.unknown",
	} with input as plan
	stream_retention.status == {
		"aws_example.longer": "pass",
		"aws_example.exact": "pass",
		"aws_example.shorter": "fail",
		"aws_example.zero": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("stream_retention", "none", _judged)
	stream_retention.applies == set() with input as plan
	stream_retention.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	stream_retention.applies == set() with input as plan
	stream_retention.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("stream_retention", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	stream_retention.applies == {"aws_example.misspelt"} with input as plan
	stream_retention.status == {} with input as plan
}
