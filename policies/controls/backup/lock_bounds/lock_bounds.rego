# METADATA
# title: Backup plans keep recovery points as long as their vaults ask
# description: |
#   AWS Backup fails each backup or copy whose retention lies outside the lock of its vault, or
#   that leaves cold storage too soon: the plan is there, and no backup is.
# related_resources:
#   - ref: https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html
#   - ref: https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Lifecycle.html
# custom:
#   severity: high
#   supports: ["164.308(a)(7)(ii)(A)"]
#   judges: lock_bounds
#   expected: "a retention within the lock of each vault, and 90 days of cold storage where it is used"
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: choose delete_after of the rule and of each copy between min_retention_days and max_retention_days of the vault's lock
package hipaa.controls.backup.lock_bounds

applies contains resource.address if {
	some resource in input.resources
	resource.facts.lock_bounds
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.lock_bounds.state == "within"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.lock_bounds.state == "outside"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.lock_bounds.state == "unknown"
}
