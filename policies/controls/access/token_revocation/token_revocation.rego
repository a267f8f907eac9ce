# METADATA
# title: Sessions of users can be ended
# description: |
#   Without revocation a stolen refresh token, or that of somebody who left, works until it expires.
# related_resources:
#   - ref: https://docs.aws.amazon.com/cognito/latest/developerguide/token-revocation.html
# custom:
#   severity: low
#   supports: ["164.308(a)(3)(ii)(C)"]
#   judges: token_revocation
#   expected: tokens that can be revoked
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: leave enable_token_revocation out, or set it to true
package hipaa.controls.access.token_revocation

applies contains resource.address if {
	some resource in input.resources
	resource.facts.token_revocation
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.token_revocation.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.token_revocation.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.token_revocation.state == "unknown"
}
