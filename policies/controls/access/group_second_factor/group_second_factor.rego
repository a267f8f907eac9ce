# METADATA
# title: Groups refuse what their users ask without a second factor
# description: |
#   A group that asks for it protects whoever joins; one that does not relies on each user.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html
# custom:
#   severity: low
#   supports: ["164.312(d)"]
#   judges: group_second_factor
#   profile: hygiene
#   expected: everything refused without a second factor
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: add a policy to the group that denies all actions where aws:MultiFactorAuthPresent is false
package hipaa.controls.access.group_second_factor

applies contains resource.address if {
	some resource in input.resources
	resource.facts.group_second_factor
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.group_second_factor.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.group_second_factor.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.group_second_factor.state == "unknown"
}
