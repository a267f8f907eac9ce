# METADATA
# title: Users with a console password can do nothing without a second factor
# description: |
#   Passwords are guessed, reused and fished for. Without a second factor one of them is enough to read what its user may read.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html
# custom:
#   severity: high
#   supports: ["164.312(d)", "164.312(a)(1)"]
#   judges: console_second_factor
#   expected: everything refused without a second factor
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: let people sign in through IAM Identity Center, or deny all actions to the user's group where aws:MultiFactorAuthPresent is false
package hipaa.controls.access.console_second_factor

applies contains resource.address if {
	some resource in input.resources
	resource.facts.console_second_factor
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.console_second_factor.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.console_second_factor.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.console_second_factor.state == "unknown"
}
