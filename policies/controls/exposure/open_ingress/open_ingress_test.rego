package hipaa.controls.exposure.open_ingress_test

import data.hipaa.controls.exposure.open_ingress
import data.hipaa.testing

_judged := {
	"aws_example.closed": {"state": "closed", "ports": []},
	"aws_example.public": {"state": "open", "ports": [[443, 443]]},
	"aws_example.named": {"state": "open", "ports": [[22, 22], [3389, 3389], [5432, 5432], [80, 80], [445, 445], [23, 23]]},
	"aws_example.other": {"state": "open", "ports": [[443, 443], [8443, 8443]]},
	"aws_example.range": {"state": "open", "ports": [[20, 23]]},
	"aws_example.wide": {"state": "open", "ports": [[20, 24]]},
	"aws_example.all": {"state": "open", "ports": [[0, 65535]]},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("ingress", "ephi", _judged)
	open_ingress.applies == {
		"aws_example.closed",
		"aws_example.public",
		"aws_example.named",
		"aws_example.other",
		"aws_example.range",
		"aws_example.wide",
		"aws_example.unknown",
	} with input as plan
	open_ingress.status == {
		"aws_example.closed": "pass",
		"aws_example.public": "pass",
		"aws_example.named": "pass",
		"aws_example.other": "fail",
		"aws_example.range": "pass",
		"aws_example.wide": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_the_class_of_the_data_does_not_matter if {
	plan := testing.plan("ingress", "none", _judged)
	open_ingress.applies == {
		"aws_example.closed",
		"aws_example.public",
		"aws_example.named",
		"aws_example.other",
		"aws_example.range",
		"aws_example.wide",
		"aws_example.unknown",
	} with input as plan
	open_ingress.status == {
		"aws_example.closed": "pass",
		"aws_example.public": "pass",
		"aws_example.named": "pass",
		"aws_example.other": "fail",
		"aws_example.range": "pass",
		"aws_example.wide": "fail",
		"aws_example.unknown": "undetermined",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	open_ingress.applies == set() with input as plan
	open_ingress.status == {} with input as plan
}

test_open_without_ports_gets_no_status if {
	plan := testing.plan("ingress", "ephi", {"aws_example.portless": {"state": "open"}})
	open_ingress.applies == {"aws_example.portless"} with input as plan
	open_ingress.status == {} with input as plan
}

test_network_acls_are_not_judged if {
	plan := testing.plan("ingress", "ephi", {"aws_example.acl": {"state": "open", "ports": [[1024, 65535]], "stateless": true}})
	open_ingress.applies == set() with input as plan
	open_ingress.status == {} with input as plan
}
