# METADATA
# title: Browsers are told to come back over HTTPS
# description: |
#   Without Strict-Transport-Security the first request of a visit may go out in clear, to whoever listens.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html
# custom:
#   severity: low
#   supports: ["164.312(e)(1)", "164.312(e)(2)(ii)"]
#   judges: strict_transport
#   profile: hygiene
#   expected: Strict-Transport-Security with an age
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set security_headers_config.strict_transport_security in the response headers policy
package hipaa.controls.encryption.strict_transport

applies contains resource.address if {
	some resource in input.resources
	resource.facts.strict_transport
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.strict_transport.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.strict_transport.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.strict_transport.state == "unknown"
}
