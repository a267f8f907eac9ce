# METADATA
# title: Search domains have three managers of their own
# description: |
#   Data nodes that also manage the cluster fall silent under load, and two managers cannot agree once one is lost.
# related_resources:
#   - ref: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-dedicatedmasternodes.html
# custom:
#   severity: low
#   supports: ["164.308(a)(7)(ii)(C)", "164.308(a)(7)(i)"]
#   judges: quorum
#   profile: hygiene
#   expected: three dedicated managers or more
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set dedicated_master_enabled = true and dedicated_master_count = 3
package hipaa.controls.availability.quorum

applies contains resource.address if {
	some resource in input.resources
	resource.facts.quorum
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.quorum.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.quorum.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.quorum.state == "unknown"
}
