# METADATA
# title: A vault lock keeps recovery points for a minimum of days
# description: |
#   A lock without a minimum, or with one of a day, binds nobody: whoever can edit a backup plan
#   lets the next recovery points expire tomorrow.
# related_resources:
#   - ref: https://docs.aws.amazon.com/aws-backup/latest/devguide/API_PutBackupVaultLockConfiguration.html
# custom:
#   severity: medium
#   supports: ["164.308(a)(7)(ii)(A)", "164.312(c)(1)"]
#   judges: lock_floor
#   expected: "at least {lock_min_days} days"
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set min_retention_days to the number expected or more
package hipaa.controls.backup.lock_floor

applies contains resource.address if {
	some resource in input.resources
	resource.facts.lock_floor
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.lock_floor.state == "known"
	resource.facts.lock_floor.days >= input.profile.lock_min_days
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.lock_floor.state == "known"
	resource.facts.lock_floor.days < input.profile.lock_min_days
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.lock_floor.state == "unknown"
}
