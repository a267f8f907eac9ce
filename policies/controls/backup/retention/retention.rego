# METADATA
# title: Backups are kept long enough
# description: |
#   Damage is noticed late; backups that expire sooner hold only the damaged data.
# related_resources:
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html
# custom:
#   severity: medium
#   supports: ["164.308(a)(7)(ii)(A)", "164.310(d)(2)(iv)"]
#   judges: backup
#   expected: "at least {backup_retention_days} days"
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: raise the backup retention to the number expected or more
package hipaa.controls.backup.retention

# The lack of backups is judged by backup.retained, as is an unknown period.
applies contains resource.address if {
	some resource in input.resources
	resource.facts.backup
	not resource.facts.backup.state in {"none", "unknown"}
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.backup.state == "known"
	resource.facts.backup.days >= input.profile.backup_retention_days
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.backup.state == "known"
	resource.facts.backup.days < input.profile.backup_retention_days
}
