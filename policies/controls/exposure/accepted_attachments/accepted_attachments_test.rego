package hipaa.controls.exposure.accepted_attachments_test

import data.hipaa.controls.exposure.accepted_attachments
import data.hipaa.testing

_judged := {
	"aws_example.on": {"state": "on"},
	"aws_example.unknown": {"state": "unknown"},
	"aws_example.off": {"state": "off"},
}

test_each_state_has_its_status if {
	plan := testing.plan("attachment_acceptance", "ephi", _judged)
	accepted_attachments.applies == {"aws_example.on", "aws_example.unknown", "aws_example.off"} with input as plan
	accepted_attachments.status == {
		"aws_example.on": "pass",
		"aws_example.unknown": "undetermined",
		"aws_example.off": "fail",
	} with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("attachment_acceptance", "none", _judged)
	accepted_attachments.applies == set() with input as plan
	accepted_attachments.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	accepted_attachments.applies == set() with input as plan
	accepted_attachments.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("attachment_acceptance", "ephi", {"aws_example.misspelt": {"state": "misspelt"}})
	accepted_attachments.applies == {"aws_example.misspelt"} with input as plan
	accepted_attachments.status == {} with input as plan
}
