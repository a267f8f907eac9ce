package hipaa.controls.versions.sound_engine_test

import data.hipaa.controls.versions.sound_engine
import data.hipaa.testing

_judged := {
	"aws_example.fixed": {"state": "fixed"},
	"aws_example.flawed": {"state": "flawed"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("engine_flaw", "ephi", _judged)
	sound_engine.applies == {"aws_example.fixed", "aws_example.flawed", "aws_example.unknown"} with input as plan
	sound_engine.status == {
		"aws_example.fixed": "pass",
		"aws_example.flawed": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("engine_flaw", "none", _judged)
	sound_engine.applies == set() with input as plan
	sound_engine.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	sound_engine.applies == set() with input as plan
	sound_engine.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("engine_flaw", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	sound_engine.applies == {"aws_example.misspelt"} with input as plan
	sound_engine.status == {} with input as plan
}
