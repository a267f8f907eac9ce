# METADATA
# title: Recovery points cannot be deleted before their time
# description: |
#   Ransomware deletes backups first; only a vault locked in compliance mode withstands a stolen
#   administrator.
# related_resources:
#   - ref: https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html
# custom:
#   severity: medium
#   supports: ["164.308(a)(7)(ii)(A)", "164.312(c)(1)"]
#   judges: vault_lock
#   expected: a vault lock in compliance mode
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: add an aws_backup_vault_lock_configuration with min_retention_days and changeable_for_days, which makes the lock final
package hipaa.controls.backup.vault_lock

applies contains resource.address if {
	some resource in input.resources
	resource.facts.vault_lock
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.vault_lock.state == "compliance"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.vault_lock.state in {"governance", "none"}
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.vault_lock.state == "unknown"
}
