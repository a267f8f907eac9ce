# METADATA
# title: Stages show their backend a certificate
# description: |
#   A backend on the internet cannot tell the API from anybody else who found its address.
# related_resources:
#   - ref: https://docs.aws.amazon.com/apigateway/latest/developerguide/getting-started-client-side-ssl-authentication.html
# custom:
#   severity: low
#   supports: ["164.312(d)", "164.312(e)(1)"]
#   judges: client_certificate
#   profile: hygiene
#   expected: a client certificate
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set client_certificate_id to an aws_api_gateway_client_certificate, and have the backend ask for it
package hipaa.controls.access.client_certificate

applies contains resource.address if {
	some resource in input.resources
	resource.facts.client_certificate
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.client_certificate.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.client_certificate.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.client_certificate.state == "unknown"
}
