package hipaa.controls.logging.trail_insights_test

import data.hipaa.controls.logging.trail_insights
import data.hipaa.testing

_judged := {
	"aws_example.on": {"state": "on"},
	"aws_example.off": {"state": "off"},
	"aws_example.unknown": {"state": "unknown"},
}

_all := {
	"aws_example.on",
	"aws_example.off",
	"aws_example.unknown",
}

_statuses := {
	"aws_example.on": "pass",
	"aws_example.off": "fail",
	"aws_example.unknown": "undetermined",
}

test_each_state_has_its_status if {
	plan := testing.plan("trail_insights", "ephi", _judged)
	trail_insights.applies == _all with input as plan
	trail_insights.status == _statuses with input as plan
}

test_the_class_of_the_data_does_not_matter if {
	plan := testing.plan("trail_insights", "none", _judged)
	trail_insights.applies == _all with input as plan
	trail_insights.status == _statuses with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	trail_insights.applies == set() with input as plan
	trail_insights.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("trail_insights", "ephi", {"aws_example.misspelt": {"state": "misspelt"}})
	trail_insights.applies == {"aws_example.misspelt"} with input as plan
	trail_insights.status == {} with input as plan
}
