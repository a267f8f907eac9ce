# METADATA
# title: Connections that may carry ePHI are encrypted
# description: |
#   Clear text on the wire can be read and changed by everybody on the path, inside a VPC too.
# related_resources:
#   - ref: https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_protect_data_transit_encrypt.html
# custom:
#   severity: high
#   supports: ["164.312(e)(1)", "164.312(e)(2)(ii)", "164.312(e)(2)(i)"]
#   judges: transit
#   expected: connections encrypted
#   exception: [addressable-decision, remediation]
#   remedy:
#     terraform: "demand TLS: an HTTPS or TLS listener, the parameter or attribute that refuses clear text, or a policy that denies requests without aws:SecureTransport"
package hipaa.controls.encryption.in_transit

# A weak connection is judged by encryption.transit_strength.
applies contains resource.address if {
	some resource in input.resources
	resource.facts.transit.state != "weak"
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.transit.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.transit.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.transit.state == "unknown"
}
