# METADATA
# title: Access points decide as whom files are used
# description: |
#   Without an identity of its own an access point believes whatever user id its client claims, and
#   the user id 0 may read and change every file.
# related_resources:
#   - ref: https://docs.aws.amazon.com/efs/latest/ug/enforce-identity-access-points.html
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/efs-controls.html
# custom:
#   severity: medium
#   supports: ["164.312(a)(1)", "164.308(a)(4)(ii)(B)"]
#   judges: file_identity
#   expected: a user and group other than root
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: name a posix_user with a uid and a gid other than 0
package hipaa.controls.access.file_identity

applies contains resource.address if {
	some resource in input.resources
	resource.facts.file_identity
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.file_identity.state == "pinned"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.file_identity.state in {"root", "claimed"}
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.file_identity.state == "unknown"
}
