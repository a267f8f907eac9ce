# METADATA
# title: Users have no access keys that stay valid until somebody remembers them
# description: |
#   A key in a script or on a laptop works for whoever finds it, for years and without a second factor. Roles give credentials that
#   end within hours.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html
# custom:
#   severity: medium
#   supports: ["164.312(a)(1)", "164.308(a)(4)(ii)(B)", "164.312(d)"]
#   judges: long_lived_key
#   expected: no active access key
#   exception: [addressable-decision, alternative-means, remediation]
#   remedy:
#     terraform: give the workload a role (an instance profile, a task role, IAM Roles Anywhere, OIDC) and people a sign-in through IAM Identity Center; take the key away
package hipaa.controls.access.long_lived_keys

applies contains resource.address if {
	some resource in input.resources
	resource.facts.long_lived_key
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.long_lived_key.state == "inactive"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.long_lived_key.state == "active"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.long_lived_key.state == "unknown"
}
