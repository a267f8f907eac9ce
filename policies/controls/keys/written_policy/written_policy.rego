# METADATA
# title: Key policies are written down
# description: |
#   Without a policy of its own a key takes the default: every identity whose IAM policy allows
#   it may use the key, and nobody has decided who administers it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
# custom:
#   severity: medium
#   supports: ["164.312(a)(1)", "164.308(a)(4)(ii)(B)"]
#   judges: key_policy
#   expected: a key policy of its own
#   exception: [addressable-decision, alternative-means, remediation]
#   remedy:
#     terraform: set policy, or add an aws_kms_key_policy, that tells administrators from users of the key
package hipaa.controls.keys.written_policy

# A policy open to everyone is judged by keys.policy, as is an unknown one.
applies contains resource.address if {
	some resource in input.resources
	resource.facts.key_policy
	not resource.facts.key_policy.state in {"open", "unknown"}
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.key_policy.state == "separated"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.key_policy.state == "absent"
}
