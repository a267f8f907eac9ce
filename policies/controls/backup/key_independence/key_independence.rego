# METADATA
# title: The copy in another account lies under a key of its own
# description: |
#   A copy under a key of the store's own account is lost with that account, since whoever takes it can disable the key.
# related_resources:
#   - ref: https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html
# custom:
#   severity: high
#   supports: ["164.312(a)(2)(iv)", "164.308(a)(7)(ii)(A)"]
#   judges: copy_keys
#   expected: a key of its own in the account of the copy
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: give the vault in the other account a kms_key_arn of that account, or copy to a logically air-gapped vault
package hipaa.controls.backup.key_independence

applies contains resource.address if {
	some resource in input.resources
	resource.facts.copy_keys
	resource.facts.data_class == "ephi"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.copy_keys.state == "independent"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.copy_keys.state == "shared"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.copy_keys.state == "unknown"
}
