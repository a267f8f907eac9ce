# METADATA
# title: KMS refuses key policies that lock everybody out
# description: |
#   A key whose policy nobody can change any more can only be unlocked by AWS, if at all; its data is
#   out of reach until then.
# related_resources:
#   - ref: https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html
# custom:
#   severity: medium
#   supports: ["164.312(a)(2)(iv)", "164.308(a)(7)(i)"]
#   judges: key_lockout_check
#   expected: "the safety check, not bypassed"
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: leave bypass_policy_lockout_safety_check out, or set it to false
package hipaa.controls.keys.lockout_check

applies contains resource.address if {
	some resource in input.resources
	resource.facts.key_lockout_check
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.key_lockout_check.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.key_lockout_check.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.key_lockout_check.state == "unknown"
}
