# METADATA
# title: Users of IAM belong to a group
# description: |
#   A user outside all groups gets his permissions one by one, and nobody reviews them with those of his colleagues.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups.html
# custom:
#   severity: low
#   supports: ["164.308(a)(4)(ii)(C)"]
#   judges: group_membership
#   profile: hygiene
#   expected: at least one group
#   exception: [addressable-decision, alternative-means, remediation]
#   remedy:
#     terraform: add an aws_iam_user_group_membership
package hipaa.controls.access.group_membership

applies contains resource.address if {
	some resource in input.resources
	resource.facts.group_membership
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.group_membership.state == "member"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.group_membership.state == "none"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.group_membership.state == "unknown"
}
