# METADATA
# title: What a domain says is signed
# description: |
#   Nobody can tell a forged answer of the DNS or a forged mail from a true one unless the domain signs.
# related_resources:
#   - ref: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-configuring-dnssec.html
# custom:
#   severity: low
#   supports: ["164.312(c)(1)", "164.312(c)(2)", "164.312(e)(1)"]
#   judges: domain_signing
#   profile: hygiene
#   expected: DNSSEC on a public zone, DKIM on a mail domain
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: add aws_route53_hosted_zone_dnssec with a key signing key; for mail aws_ses_domain_dkim
package hipaa.controls.integrity.domain_signing

applies contains resource.address if {
	some resource in input.resources
	resource.facts.domain_signing
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.domain_signing.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.domain_signing.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.domain_signing.state == "unknown"
}
