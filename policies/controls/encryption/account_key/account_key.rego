# METADATA
# title: Stores that may hold ePHI are under a KMS key of the account
# description: |
#   A key that AWS owns is shared with other customers: no policy of ours governs it, no log
#   shows its use, and nobody here can withdraw it.
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
package hipaa.controls.encryption.account_key

applies contains resource.address if {
	some resource in input.resources
	resource.facts.encryption_key
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.encryption_key.state in {"customer", "imposed", "aws-managed"}
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.encryption_key.state in {"aws-owned", "none"}
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.encryption_key.state == "unknown"
}
