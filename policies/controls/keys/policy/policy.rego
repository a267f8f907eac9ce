# METADATA
# title: Key policies admit nobody from outside
# description: |
#   Whoever may use the key may read what it protects; a key policy open to everyone undoes the
#   encryption.
# related_resources:
#   - ref: https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html
# custom:
#   severity: critical
#   supports: ["164.312(a)(1)", "164.312(a)(2)(iv)"]
#   judges: key_policy
#   expected: principals of this account, or named ones
#   exception: never
#   remedy:
#     terraform: "name the principals, or bind the statement by kms:CallerAccount or aws:PrincipalOrgID"
package hipaa.controls.keys.policy

applies contains resource.address if {
	some resource in input.resources
	resource.facts.key_policy
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.key_policy.state in {"separated", "absent"}
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.key_policy.state == "open"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.key_policy.state == "unknown"
}
