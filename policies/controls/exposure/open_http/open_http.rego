# METADATA
# title: Port 80 is not open to the internet
# description: |
#   Port 80 invites requests in clear text, cookies and forms included, before any redirect can
#   help.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https.html
# custom:
#   severity: medium
#   supports: ["164.312(a)(1)", "164.312(e)(1)"]
#   judges: ingress
#   expected: port 80 closed to the internet
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: open 443 only, and let the edge redirect
package hipaa.controls.exposure.open_http

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
	not ports.any_of(resource.facts.ingress.ports, _closed)
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.ingress.state == "open"
	ports.any_of(resource.facts.ingress.ports, _closed)
}

# The profile may let the public reach port 80, for an edge that redirects.
_closed := ports.http - {port | some port in input.profile.public_ports}
