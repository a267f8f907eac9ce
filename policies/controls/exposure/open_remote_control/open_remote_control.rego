# METADATA
# title: Telnet, VNC and Windows remote management are not open to the internet
# description: |
#   These protocols give control of a machine, and the older of them send passwords in clear
#   text.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
# custom:
#   severity: critical
#   supports: ["164.312(a)(1)", "164.312(e)(1)"]
#   judges: ingress
#   expected: no remote control port open to the internet
#   exception: remediation
#   remedy:
#     terraform: remove the rule, and use Session Manager
package hipaa.controls.exposure.open_remote_control

import data.hipaa.lib.ports

# A network ACL must let replies in through ports that are not known beforehand: security groups are judged instead.
# Where every port is open, exposure.all_ports says so; where that is unknown, exposure.open_ingress.
applies contains resource.address if {
	some resource in input.resources
	resource.facts.ingress.state != "unknown"
	not resource.facts.ingress.stateless
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
	not ports.any_of(resource.facts.ingress.ports, ports.remote_control)
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.ingress.state == "open"
	ports.any_of(resource.facts.ingress.ports, ports.remote_control)
}
