package hipaa.controls.backup.failure_alarm_test

import data.hipaa.controls.backup.failure_alarm
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
	plan := testing.plan("vault_alarm", "ephi", _judged)
	failure_alarm.applies == _all with input as plan
	failure_alarm.status == _statuses with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("vault_alarm", "none", _judged)
	failure_alarm.applies == set() with input as plan
	failure_alarm.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	failure_alarm.applies == set() with input as plan
	failure_alarm.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("vault_alarm", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	failure_alarm.applies == {"aws_example.misspelt"} with input as plan
	failure_alarm.status == {} with input as plan
}
