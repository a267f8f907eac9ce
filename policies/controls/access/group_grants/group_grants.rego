# METADATA
# title: Permissions hang on groups and roles, not on single users
# description: |
#   Grants to single users are forgotten when people change jobs or leave.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html
# custom:
#   severity: low
#   supports: ["164.308(a)(4)(ii)(C)", "164.308(a)(3)(ii)(C)"]
#   judges: direct_grant
#   expected: grants through groups or roles
#   exception: [addressable-decision, alternative-means, remediation]
#   remedy:
#     terraform: attach the policy to a group or role and make the user a member
package hipaa.controls.access.group_grants

applies contains resource.address if {
	some resource in input.resources
	resource.facts.direct_grant
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.direct_grant.state == "off"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.direct_grant.state == "on"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.direct_grant.state == "unknown"
}
