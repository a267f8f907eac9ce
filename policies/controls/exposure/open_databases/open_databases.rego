# METADATA
# title: Database, cache and search ports are not open to the internet
# description: |
#   A data port on the internet lets anyone try passwords against, or read without one, the
#   store behind it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
# custom:
#   severity: critical
#   supports: ["164.312(a)(1)", "164.312(e)(1)"]
#   judges: ingress
#   expected: no data port open to the internet
#   exception: remediation
#   remedy:
#     terraform: let in the security group of the application instead of an address range
package hipaa.controls.exposure.open_databases

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
	not ports.any_of(resource.facts.ingress.ports, ports.databases)
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.ingress.state == "open"
	ports.any_of(resource.facts.ingress.ports, ports.databases)
}
