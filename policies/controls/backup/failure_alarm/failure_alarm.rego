# METADATA
# title: Somebody hears of failed backups
# description: |
#   Backups that fail in silence are found out on the day that they are needed.
# related_resources:
#   - ref: https://docs.aws.amazon.com/aws-backup/latest/devguide/eventbridge.html
#   - ref: https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html
# custom:
#   severity: medium
#   supports: ["164.308(a)(7)(ii)(A)", "164.308(a)(7)(ii)(D)"]
#   judges: vault_alarm
#   expected: notifications or a rule on backups and copies of the vault that failed, were aborted or expired
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: add aws_backup_vault_notifications with BACKUP_JOB_COMPLETED and COPY_JOB_FAILED, or an EventBridge rule on the job state changes of aws.backup with a target
package hipaa.controls.backup.failure_alarm

applies contains resource.address if {
	some resource in input.resources
	resource.facts.vault_alarm
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.vault_alarm.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.vault_alarm.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.vault_alarm.state == "unknown"
}
