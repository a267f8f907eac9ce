# METADATA
# title: Deleting a store leaves a snapshot
# description: |
#   The final snapshot is the last exact copy of the records that must be kept.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html
# custom:
#   severity: medium
#   supports: ["164.308(a)(7)(ii)(A)", "164.310(d)(2)(iv)"]
#   judges: final_snapshot
#   expected: a final snapshot
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set skip_final_snapshot = false and name final_snapshot_identifier
package hipaa.controls.protection.final_snapshot

applies contains resource.address if {
	some resource in input.resources
	resource.facts.final_snapshot
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.final_snapshot.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.final_snapshot.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.final_snapshot.state == "unknown"
}
