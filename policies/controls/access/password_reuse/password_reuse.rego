# METADATA
# title: Old passwords are not used again
# description: |
#   A password that was lost once comes back where old ones may be chosen again.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html
# custom:
#   severity: low
#   supports: ["164.308(a)(5)(ii)(D)", "164.312(d)"]
#   judges: password_reuse
#   expected: "differs from the last {password_history} passwords"
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: "set password_reuse_prevention to the number expected"
package hipaa.controls.access.password_reuse

applies contains resource.address if {
	some resource in input.resources
	resource.facts.password_reuse
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.password_reuse.state == "known"
	resource.facts.password_reuse.passwords >= input.profile.password_history
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.password_reuse.state == "known"
	resource.facts.password_reuse.passwords < input.profile.password_history
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.password_reuse.state == "unknown"
}
