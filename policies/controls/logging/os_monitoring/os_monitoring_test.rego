package hipaa.controls.logging.os_monitoring_test

import data.hipaa.controls.logging.os_monitoring
import data.hipaa.testing

_judged := {
	"aws_example.on": {"state": "on"},
	"aws_example.off": {"state": "off"},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("os_monitoring", "ephi", _judged)
	os_monitoring.applies == {"aws_example.on", "aws_example.off", "aws_example.unknown"} with input as plan
	os_monitoring.status == {
		"aws_example.on": "pass",
		"aws_example.off": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("os_monitoring", "none", _judged)
	os_monitoring.applies == set() with input as plan
	os_monitoring.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	os_monitoring.applies == set() with input as plan
	os_monitoring.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("os_monitoring", "ephi", {"aws_example.misspelt": {"state": "onn"}})
	os_monitoring.applies == {"aws_example.misspelt"} with input as plan
	os_monitoring.status == {} with input as plan
}
