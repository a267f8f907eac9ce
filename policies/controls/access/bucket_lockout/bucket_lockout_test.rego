package hipaa.controls.access.bucket_lockout_test

import data.hipaa.controls.access.bucket_lockout
import data.hipaa.testing

_judged := {
	"aws_example.reachable": {"state": "reachable"},
	"aws_example.unknown": {"state": "unknown"},
	"aws_example.locked": {"state": "locked"},
}

test_each_state_has_its_status if {
	plan := testing.plan("bucket_lockout", "ephi", _judged)
	bucket_lockout.applies == {"aws_example.reachable", "aws_example.unknown", "aws_example.locked"} with input as plan
	bucket_lockout.status == {
		"aws_example.reachable": "pass",
		"aws_example.unknown": "undetermined",
		"aws_example.locked": "fail",
	} with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("bucket_lockout", "none", _judged)
	bucket_lockout.applies == set() with input as plan
	bucket_lockout.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	bucket_lockout.applies == set() with input as plan
	bucket_lockout.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("bucket_lockout", "ephi", {"aws_example.misspelt": {"state": "misspelt"}})
	bucket_lockout.applies == {"aws_example.misspelt"} with input as plan
	bucket_lockout.status == {} with input as plan
}
