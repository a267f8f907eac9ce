# METADATA
# title: Certificates of databases come from an authority that is still valid
# description: |
#   Clients that check the certificate refuse one whose authority has expired; those that still connect do not check it, and take
#   anybody's.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL-certificate-rotation.html
# custom:
#   severity: medium
#   supports: ["164.312(e)(1)", "164.312(e)(2)(i)"]
#   judges: ca_certificate
#   expected: an authority that has not expired
#   exception: [remediation]
#   remedy:
#     terraform: "set ca_cert_identifier = \"rds-ca-rsa2048-g1\", or leave it out"
package hipaa.controls.encryption.current_authority

applies contains resource.address if {
	some resource in input.resources
	resource.facts.ca_certificate
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.ca_certificate.state == "current"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.ca_certificate.state == "expired"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.ca_certificate.state == "unknown"
}
