# METADATA
# title: Only the ports that the public needs are open to the internet
# description: |
#   Each further port is a service that strangers may probe, and that nobody decided to publish.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
# custom:
#   severity: high
#   supports: ["164.312(a)(1)", "164.312(e)(1)", "164.308(a)(3)(i)"]
#   judges: ingress
#   expected: "no port open to the internet but {public_ports}"
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: limit the source to a security group or a named range, or close the port
package hipaa.controls.exposure.open_ingress

import data.hipaa.lib.ports

# A network ACL must let replies in through ports that are not known beforehand: security groups are judged instead.
# Where every port is open, exposure.all_ports says so.
applies contains resource.address if {
	some resource in input.resources
	resource.facts.ingress
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
	not ports.beyond(resource.facts.ingress.ports, _expected)
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.ingress.state == "open"
	ports.beyond(resource.facts.ingress.ports, _expected)
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.ingress.state == "unknown"
}

# The ports that other controls judge, and those that the profile lets the public reach.
_expected := ports.named | {port | some port in input.profile.public_ports}
