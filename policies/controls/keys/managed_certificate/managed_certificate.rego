# METADATA
# title: Certificates of listeners lie in ACM
# description: |
#   A certificate uploaded to IAM is renewed by nobody and its private key has been in somebody's hands; when
#   it runs out, the portal is down or people click the warning away.
# related_resources:
#   - ref: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/https-listener-certificates.html
# custom:
#   severity: low
#   supports: ["164.312(e)(1)", "164.312(e)(2)(ii)"]
#   judges: certificate_store
#   expected: a certificate in ACM
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: request the certificate with aws_acm_certificate, or import it there
package hipaa.controls.keys.managed_certificate

applies contains resource.address if {
	some resource in input.resources
	resource.facts.certificate_store
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.certificate_store.state == "acm"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.certificate_store.state == "iam"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.certificate_store.state == "unknown"
}
