# METADATA
# title: No rule opens every port to the internet
# description: |
#   A rule for every port exposes whatever listens now and whatever is started later.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
# custom:
#   severity: critical
#   supports: ["164.312(a)(1)", "164.312(e)(1)", "164.308(a)(3)(i)"]
#   judges: ingress
#   expected: named ports only
#   exception: remediation
#   remedy:
#     terraform: name the ports that the public must reach
package hipaa.controls.exposure.all_ports

import data.hipaa.lib.ports

# Where it is unknown, exposure.open_ingress says so.
applies contains resource.address if {
	some resource in input.resources
	resource.facts.ingress.state != "unknown"
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
	not ports.every_port(resource.facts.ingress)
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.ingress.state == "open"
	ports.every_port(resource.facts.ingress)
}
