# METADATA
# title: Copies of ePHI survive the loss of their store, its Region and its account
# description: |
#   Who takes an account deletes backups first, and a Region can be lost whole; three copies of two kinds, one of them
#   immutable in another account and one in another Region, survive both.
# related_resources:
#   - ref: https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html
#   - ref: https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html
# custom:
#   severity: high
#   supports: ["164.308(a)(7)(ii)(A)", "164.308(a)(7)(ii)(B)", "164.312(c)(1)"]
#   judges: recovery_copies
#   expected: three copies of two kinds, one immutable in another account and one in another Region
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: select the store in an aws_backup_plan whose rule copies to a vault in another Region and to a vault in another account that is locked in compliance mode, or to a logically air-gapped vault
package hipaa.controls.backup.three_two_one

# Logs and other derived data are judged by their retention and lock: see logging.object_retention and integrity.archive_lock.
applies contains resource.address if {
	some resource in input.resources
	resource.facts.recovery_copies
	resource.facts.data_class == "ephi"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.recovery_copies.state == "complete"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.recovery_copies.state in {"partial", "none"}
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.recovery_copies.state == "unknown"
}
