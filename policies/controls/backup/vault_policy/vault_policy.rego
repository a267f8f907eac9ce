# METADATA
# title: The policy of a vault denies everyone to delete recovery points
# description: |
#   Until a lock is final, and where it is not, a stolen administrator deletes recovery points
#   by hand; a Deny on the vault stops every role but a named one.
# related_resources:
#   - ref: https://docs.aws.amazon.com/config/latest/developerguide/backup-recovery-point-manual-deletion-disabled.html
#   - ref: https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html
# custom:
#   severity: medium
#   supports: ["164.308(a)(7)(ii)(A)", "164.312(c)(1)"]
#   judges: vault_policy
#   expected: "a Deny for everyone on deleting recovery points, shortening their life and lifting the Deny"
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: add an aws_backup_vault_policy that denies backup:DeleteRecoveryPoint, backup:UpdateRecoveryPointLifecycle, backup:PutBackupVaultAccessPolicy and backup:DeleteBackupVaultAccessPolicy to every principal on every resource
package hipaa.controls.backup.vault_policy

applies contains resource.address if {
	some resource in input.resources
	resource.facts.vault_policy
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.vault_policy.state == "denied"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.vault_policy.state == "open"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.vault_policy.state == "unknown"
}
