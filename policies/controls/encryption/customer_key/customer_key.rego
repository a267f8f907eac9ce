# METADATA
# title: KMS keys of ePHI stores are customer managed
# description: |
#   Only a customer managed key has a policy that the organisation writes, can be shared with a
#   recovery account, and can be switched off to take the data out of reach.
# related_resources:
#   - ref: https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html
# custom:
#   severity: medium
#   supports: ["164.312(a)(2)(iv)"]
#   judges: encryption_key
#   expected: a customer managed KMS key
#   exception: [addressable-decision, alternative-means, remediation]
#   remedy:
#     terraform: name an aws_kms_key of this account, by its ARN, where the store takes its key
package hipaa.controls.encryption.customer_key

# A key that AWS owns or imposes, or none, is judged by encryption.account_key, as is an unknown one.
applies contains resource.address if {
	some resource in input.resources
	resource.facts.encryption_key
	not resource.facts.encryption_key.state in {"imposed", "aws-owned", "none", "unknown"}
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.encryption_key.state == "customer"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.encryption_key.state == "aws-managed"
}
