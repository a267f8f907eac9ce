# METADATA
# title: The nodes of a cluster encrypt what they send each other
# description: |
#   A cluster copies ePHI between its nodes all the time. Clear text between them can be read on the
#   network inside the service, however well the clients' connections are encrypted.
# related_resources:
#   - ref: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ntn.html
#   - ref: https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html
# custom:
#   severity: high
#   supports: ["164.312(e)(1)", "164.312(e)(2)(ii)"]
#   judges: node_transit
#   expected: encryption between the nodes
#   exception: [addressable-decision, alternative-means, remediation]
#   remedy:
#     terraform: switch encryption between the nodes on; some services only take it when the cluster is made
package hipaa.controls.encryption.between_nodes

applies contains resource.address if {
	some resource in input.resources
	resource.facts.node_transit
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.node_transit.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.node_transit.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.node_transit.state == "unknown"
}
