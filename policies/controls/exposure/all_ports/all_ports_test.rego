package hipaa.controls.exposure.all_ports_test

import data.hipaa.controls.exposure.all_ports
import data.hipaa.testing

_judged := {
	"aws_example.closed": {"state": "closed", "ports": []},
	"aws_example.one": {"state": "open", "ports": [[22, 22]]},
	"aws_example.all": {"state": "open", "ports": [[0, 65535]]},
	"aws_example.beside": {"state": "open", "ports": [[443, 443], [1, 65535]]},
	"aws_example.most": {"state": "open", "ports": [[0, 65534]]},
	"aws_example.unknown": {"state": "unknown"},
}

test_each_state_has_its_status if {
	plan := testing.plan("ingress", "ephi", _judged)
	all_ports.applies == {
		"aws_example.closed",
		"aws_example.one",
		"aws_example.all",
		"aws_example.beside",
		"aws_example.most",
	} with input as plan
	all_ports.status == {
		"aws_example.closed": "pass",
		"aws_example.one": "pass",
		"aws_example.all": "fail",
		"aws_example.beside": "fail",
		"aws_example.most": "pass",
	} with input as plan
}

test_the_class_of_the_data_does_not_matter if {
	plan := testing.plan("ingress", "none", _judged)
	all_ports.applies == {
		"aws_example.closed",
		"aws_example.one",
		"aws_example.all",
		"aws_example.beside",
		"aws_example.most",
	} with input as plan
	all_ports.status == {
		"aws_example.closed": "pass",
		"aws_example.one": "pass",
		"aws_example.all": "fail",
		"aws_example.beside": "fail",
		"aws_example.most": "pass",
	} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	all_ports.applies == set() with input as plan
	all_ports.status == {} with input as plan
}

test_open_without_ports_gets_no_status if {
	plan := testing.plan("ingress", "ephi", {"aws_example.portless": {"state": "open"}})
	all_ports.applies == {"aws_example.portless"} with input as plan
	all_ports.status == {} with input as plan
}
