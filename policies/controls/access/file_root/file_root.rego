# METADATA
# title: Access points show one directory only
# description: |
#   An access point at the root of a file system shows the files of every other application on it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/efs/latest/ug/enforce-root-directory-access-point.html
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/efs-controls.html
# custom:
#   severity: medium
#   supports: ["164.312(a)(1)", "164.308(a)(4)(ii)(B)"]
#   judges: file_root
#   expected: a directory below the root
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: name a root_directory other than /
package hipaa.controls.access.file_root

applies contains resource.address if {
	some resource in input.resources
	resource.facts.file_root
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.file_root.state == "pinned"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.file_root.state == "whole"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.file_root.state == "unknown"
}
