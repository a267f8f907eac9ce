# METADATA
# title: Users can prove themselves by a second factor
# description: |
#   A stolen or guessed password opens the account of a user for whom no second factor is asked.
# related_resources:
#   - ref: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html
# custom:
#   severity: high
#   supports: ["164.312(d)", "164.312(a)(1)"]
#   judges: multi_factor
#   expected: a second factor required, or at least offered
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set mfa_configuration to ON with an authenticator app
package hipaa.controls.access.multi_factor

applies contains resource.address if {
	some resource in input.resources
	resource.facts.multi_factor
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.multi_factor.state in {"on", "optional"}
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.multi_factor.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.multi_factor.state == "unknown"
}
