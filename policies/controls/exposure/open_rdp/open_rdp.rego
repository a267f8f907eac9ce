# METADATA
# title: Remote Desktop is not open to the internet
# description: |
#   Remote Desktop open to everyone is the commonest way in for ransomware.
# related_resources:
#   - ref: https://docs.aws.amazon.com/systems-manager/latest/userguide/fleet-manager-remote-desktop-connections.html
# custom:
#   severity: critical
#   supports: ["164.312(a)(1)", "164.312(e)(1)"]
#   judges: ingress
#   expected: port 3389 closed to the internet
#   exception: remediation
#   remedy:
#     terraform: remove the rule, and use Fleet Manager or a gateway with a named source range
package hipaa.controls.exposure.open_rdp

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
	not ports.any_of(resource.facts.ingress.ports, ports.rdp)
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.ingress.state == "open"
	ports.any_of(resource.facts.ingress.ports, ports.rdp)
}
