package hipaa.controls.versions.supported_engine_test

import data.hipaa.controls.versions.supported_engine
import data.hipaa.testing

_judged := {
	"aws_example.lasting": {"state": "supported", "days": 400},
	"aws_example.last_day": {"state": "supported", "days": 0},
	"aws_example.endless": {"state": "supported"},
	"aws_example.ended": {"state": "ended", "days": -1},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("engine_support", "ephi", _judged)
	supported_engine.applies == {"aws_example.lasting", "aws_example.last_day", "aws_example.endless", "aws_example.ended", "aws_example.unknown"} with input as plan
	supported_engine.status == {
		"aws_example.lasting": "pass",
		"aws_example.last_day": "pass",
		"aws_example.endless": "pass",
		"aws_example.ended": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("engine_support", "none", _judged)
	supported_engine.applies == set() with input as plan
	supported_engine.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	supported_engine.applies == set() with input as plan
	supported_engine.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("engine_support", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	supported_engine.applies == {"aws_example.misspelt"} with input as plan
	supported_engine.status == {} with input as plan
}

test_a_profile_may_ask_for_days_of_warning if {
	plan := testing.plan("engine_support", "ephi", _judged)
	supported_engine.status["aws_example.last_day"] == "fail" with input as plan
		with input.profile.engine_support_days as 30
}
