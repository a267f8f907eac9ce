# METADATA
# title: Snapshots take the tags of their store
# description: |
#   Rules of backup, access and cost that go by tags hold for a snapshot only where it has them.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Tagging.html
# custom:
#   severity: low
#   supports: ["164.308(a)(7)(ii)(A)"]
#   judges: snapshot_tags
#   profile: hygiene
#   expected: tags copied to snapshots
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set copy_tags_to_snapshot or copy_tags_to_backups = true
package hipaa.controls.classification.snapshot_tags

applies contains resource.address if {
	some resource in input.resources
	resource.facts.snapshot_tags
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.snapshot_tags.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.snapshot_tags.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.snapshot_tags.state == "unknown"
}
