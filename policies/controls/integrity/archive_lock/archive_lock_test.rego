package hipaa.controls.integrity.archive_lock_test

import data.hipaa.controls.integrity.archive_lock
import data.hipaa.testing

_judged := {
	"aws_example.longer": {"state": "compliance", "days": 366},
	"aws_example.exact": {"state": "compliance", "days": 365},
	"aws_example.shorter": {"state": "compliance", "days": 364},
	"aws_example.governance": {"state": "governance", "days": 3650},
	"aws_example.none": {"state": "none"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("object_lock", "ephi", _judged)
	archive_lock.applies == {
		"aws_example.longer",
		"aws_example.exact",
		"aws_example.shorter",
		"aws_example.governance",
		"aws_example.none",
		"aws_example.unknown",
	} with input as plan
	archive_lock.status == {
		"aws_example.longer": "pass",
		"aws_example.exact": "pass",
		"aws_example.shorter": "fail",
		"aws_example.governance": "fail",
		"aws_example.none": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_the_class_of_the_data_does_not_matter if {
	plan := testing.plan("object_lock", "none", _judged)
	archive_lock.applies == {
		"aws_example.longer",
		"aws_example.exact",
		"aws_example.shorter",
		"aws_example.governance",
		"aws_example.none",
		"aws_example.unknown",
	} with input as plan
	archive_lock.status == {
		"aws_example.longer": "pass",
		"aws_example.exact": "pass",
		"aws_example.shorter": "fail",
		"aws_example.governance": "fail",
		"aws_example.none": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	archive_lock.applies == set() with input as plan
	archive_lock.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("object_lock", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	archive_lock.applies == {"aws_example.misspelt"} with input as plan
	archive_lock.status == {} with input as plan
}
