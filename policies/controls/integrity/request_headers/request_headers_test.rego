package hipaa.controls.integrity.request_headers_test

import data.hipaa.controls.integrity.request_headers
import data.hipaa.testing

_judged := {
	"aws_example.strict": {"state": "strict"},
	"aws_example.unknown": {"state": "unknown"},
	"aws_example.lenient": {"state": "lenient"},
}

test_each_state_has_its_status if {
	plan := testing.plan("request_parsing", "ephi", _judged)
	request_headers.applies == {"aws_example.strict", "aws_example.unknown", "aws_example.lenient"} with input as plan
	request_headers.status == {
		"aws_example.strict": "pass",
		"aws_example.unknown": "undetermined",
		"aws_example.lenient": "fail",
	} with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("request_parsing", "none", _judged)
	request_headers.applies == set() with input as plan
	request_headers.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	request_headers.applies == set() with input as plan
	request_headers.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("request_parsing", "ephi", {"aws_example.misspelt": {"state": "misspelt"}})
	request_headers.applies == {"aws_example.misspelt"} with input as plan
	request_headers.status == {} with input as plan
}
