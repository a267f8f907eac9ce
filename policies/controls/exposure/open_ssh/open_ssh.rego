# METADATA
# title: SSH is not open to the internet
# description: |
#   An SSH port that everyone can reach is attacked all day by password and key guessing.
# related_resources:
#   - ref: https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html
# custom:
#   severity: critical
#   supports: ["164.312(a)(1)", "164.312(e)(1)"]
#   judges: ingress
#   expected: port 22 closed to the internet
#   exception: remediation
#   remedy:
#     terraform: remove the rule, and use Session Manager or a bastion with a named source range
package hipaa.controls.exposure.open_ssh

import data.hipaa.lib.ports

# Where every port is open, exposure.all_ports says so; where that is unknown, exposure.open_ingress.
applies contains resource.address if {
	some resource in input.resources
	resource.facts.ingress.state != "unknown"
	not ports.every_port(resource.facts.ingress)
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.ingress.state == "closed"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.ingress.state == "open"
	resource.facts.ingress.ports
	not ports.any_of(resource.facts.ingress.ports, ports.ssh)
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.ingress.state == "open"
	ports.any_of(resource.facts.ingress.ports, ports.ssh)
}
