package hipaa.controls.exposure.open_http_test

import data.hipaa.controls.exposure.open_http
import data.hipaa.testing

_judged := {
	"aws_example.closed": {"state": "closed", "ports": []},
	"aws_example.exact": {"state": "open", "ports": [[80, 80]]},
	"aws_example.first": {"state": "open", "ports": [[80, 81]]},
	"aws_example.last": {"state": "open", "ports": [[443, 443], [79, 80]]},
	"aws_example.public": {"state": "open", "ports": [[443, 443]]},
	"aws_example.below": {"state": "open", "ports": [[10000, 11000]]},
	"aws_example.all": {"state": "open", "ports": [[0, 65535]]},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("ingress", "ephi", _judged)
	open_http.applies == {
		"aws_example.closed",
		"aws_example.exact",
		"aws_example.first",
		"aws_example.last",
		"aws_example.public",
		"aws_example.below",
	} with input as plan
	open_http.status == {
		"aws_example.closed": "pass",
		"aws_example.exact": "fail",
		"aws_example.first": "fail",
		"aws_example.last": "fail",
		"aws_example.public": "pass",
		"aws_example.below": "pass",
	} with input as plan
}

test_the_class_of_the_data_does_not_matter if {
	plan := testing.plan("ingress", "none", _judged)
	open_http.applies == {
		"aws_example.closed",
		"aws_example.exact",
		"aws_example.first",
		"aws_example.last",
		"aws_example.public",
		"aws_example.below",
	} with input as plan
	open_http.status == {
		"aws_example.closed": "pass",
		"aws_example.exact": "fail",
		"aws_example.first": "fail",
		"aws_example.last": "fail",
		"aws_example.public": "pass",
		"aws_example.below": "pass",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	open_http.applies == set() with input as plan
	open_http.status == {} with input as plan
}

test_open_without_ports_gets_no_status if {
	plan := testing.plan("ingress", "ephi", {"aws_example.portless": {"state": "open"}})
	open_http.applies == {"aws_example.portless"} with input as plan
	open_http.status == {} with input as plan
}

test_network_acls_are_not_judged if {
	plan := testing.plan("ingress", "ephi", {"aws_example.acl": {"state": "open", "ports": [[1024, 65535]], "stateless": true}})
	open_http.applies == set() with input as plan
	open_http.status == {} with input as plan
}

test_the_profile_may_let_the_public_reach_it if {
	plan := testing.plan("ingress", "ephi", {"aws_example.edge": {"state": "open", "ports": [[80, 80]]}})
	profile := object.union(testing.profile, {"public_ports": [80, 443]})
	open_http.status == {"aws_example.edge": "pass"} with input as plan with input.profile as profile
}
