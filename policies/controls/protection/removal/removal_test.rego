package hipaa.controls.protection.removal_test

import data.hipaa.controls.protection.removal
import data.hipaa.testing

_judged := {
	"aws_example.guarded": {"state": "guarded"},
	"aws_example.kept": {"state": "kept"},
	"aws_example.unknown": {"state": "unknown"},
	"aws_example.replaced": {"state": "replaced"},
	"aws_example.lost": {"state": "lost"},
}

_all := {
	"aws_example.guarded",
	"aws_example.kept",
	"aws_example.unknown",
	"aws_example.replaced",
	"aws_example.lost",
}

_statuses := {
	"aws_example.guarded": "pass",
	"aws_example.kept": "pass",
	"aws_example.unknown": "undetermined",
	"aws_example.replaced": "fail",
	"aws_example.lost": "fail",
}

test_each_state_has_its_status if {
	plan := testing.plan("removal", "ephi", _judged)
	removal.applies == _all with input as plan
	removal.status == _statuses with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("removal", "none", _judged)
	removal.applies == set() with input as plan
	removal.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	removal.applies == set() with input as plan
	removal.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("removal", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	removal.applies == {"aws_example.misspelt"} with input as plan
	removal.status == {} with input as plan
}
