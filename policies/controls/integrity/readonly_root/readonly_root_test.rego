package hipaa.controls.integrity.readonly_root_test

import data.hipaa.controls.integrity.readonly_root
import data.hipaa.testing

_judged := {
	"aws_example.read_only": {"state": "read-only"},
	"aws_example.writable": {"state": "writable"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("root_filesystem", "ephi", _judged)
	readonly_root.applies == {"aws_example.read_only", "aws_example.writable", "aws_example.unknown"} with input as plan
	readonly_root.status == {
		"aws_example.read_only": "pass",
		"aws_example.writable": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_what_is_labelled_none_is_not_judged if {
	plan := testing.plan("root_filesystem", "none", _judged)
	readonly_root.applies == set() with input as plan
	readonly_root.status == {} with input as plan
}

test_types_that_hold_no_data_are_judged if {
	plan := testing.plan("root_filesystem", "unclassified", _judged)
	readonly_root.applies == {"aws_example.read_only", "aws_example.writable", "aws_example.unknown"} with input as plan
	readonly_root.status == {
		"aws_example.read_only": "pass",
		"aws_example.writable": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	readonly_root.applies == set() with input as plan
	readonly_root.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("root_filesystem", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	readonly_root.applies == {"aws_example.misspelt"} with input as plan
	readonly_root.status == {} with input as plan
}
