# METADATA
# title: Containers cannot write to their own root filesystem
# description: |
#   Who breaks into a container whose root filesystem cannot be written leaves nothing behind in it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html
# custom:
#   severity: low
#   supports: ["164.312(c)(1)"]
#   judges: root_filesystem
#   profile: hygiene
#   expected: a root filesystem that cannot be written
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set readonlyRootFilesystem of each container, and mount volumes where it has to write
package hipaa.controls.integrity.readonly_root

applies contains resource.address if {
	some resource in input.resources
	resource.facts.root_filesystem
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.root_filesystem.state == "read-only"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.root_filesystem.state == "writable"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.root_filesystem.state == "unknown"
}
