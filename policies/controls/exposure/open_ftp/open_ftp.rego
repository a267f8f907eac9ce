# METADATA
# title: FTP is not open to the internet
# description: |
#   FTP sends files and passwords in clear text.
# related_resources:
#   - ref: https://docs.aws.amazon.com/transfer/latest/userguide/what-is-aws-transfer-family.html
# custom:
#   severity: high
#   supports: ["164.312(a)(1)", "164.312(e)(1)"]
#   judges: ingress
#   expected: ports 20 and 21 closed to the internet
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: remove the rule, and exchange files through S3 or Transfer Family over SFTP
package hipaa.controls.exposure.open_ftp

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
	not ports.any_of(resource.facts.ingress.ports, ports.ftp)
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.ingress.state == "open"
	ports.any_of(resource.facts.ingress.ports, ports.ftp)
}
