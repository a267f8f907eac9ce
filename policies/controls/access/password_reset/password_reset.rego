# METADATA
# title: First passwords are changed at the first sign-in
# description: |
#   Whoever makes the user knows the first password, and it stands in the state.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html
# custom:
#   severity: low
#   supports: ["164.308(a)(5)(ii)(D)", "164.312(d)"]
#   judges: password_reset
#   expected: to be changed at the first sign-in
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: "set password_reset_required"
package hipaa.controls.access.password_reset

applies contains resource.address if {
	some resource in input.resources
	resource.facts.password_reset
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.password_reset.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.password_reset.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.password_reset.state == "unknown"
}
