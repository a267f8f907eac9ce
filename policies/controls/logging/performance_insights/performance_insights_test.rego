package hipaa.controls.logging.performance_insights_test

import data.hipaa.controls.logging.performance_insights
import data.hipaa.testing

_judged := {
	"aws_example.on": {"state": "on"},
	"aws_example.off": {"state": "off"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("performance_insights", "ephi", _judged)
	performance_insights.applies == {"aws_example.on", "aws_example.off", "aws_example.unknown"} with input as plan
	performance_insights.status == {
		"aws_example.on": "pass",
		"aws_example.off": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("performance_insights", "none", _judged)
	performance_insights.applies == set() with input as plan
	performance_insights.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	performance_insights.applies == set() with input as plan
	performance_insights.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("performance_insights", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	performance_insights.applies == {"aws_example.misspelt"} with input as plan
	performance_insights.status == {} with input as plan
}
