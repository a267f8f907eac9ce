# METADATA
# title: Transit gateways are joined only after somebody accepts
# description: |
#   A transit gateway that accepts attachments by itself lets every account it is shared with connect a network to it, and through it
#   to the networks that carry ePHI.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/tgw/tgw-transit-gateways.html
# custom:
#   severity: high
#   supports: ["164.312(a)(1)", "164.312(e)(1)"]
#   judges: attachment_acceptance
#   expected: attachments wait for acceptance
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: leave auto_accept_shared_attachments out, or set it to disable
package hipaa.controls.exposure.accepted_attachments

applies contains resource.address if {
	some resource in input.resources
	resource.facts.attachment_acceptance
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.attachment_acceptance.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.attachment_acceptance.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.attachment_acceptance.state == "unknown"
}
