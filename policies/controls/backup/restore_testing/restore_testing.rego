# METADATA
# title: Restoring is tried on a schedule
# description: |
#   A backup that nobody has restored is a hope; keys, permissions and quotas go wrong
#   unnoticed.
# related_resources:
#   - ref: https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing.html
# custom:
#   severity: medium
#   supports: ["164.308(a)(7)(ii)(D)"]
#   judges: restore_testing
#   expected: "a restore testing plan that takes in the store and a vault of its recovery points, at least every {restore_test_days} days"
#   exception: [addressable-decision, alternative-means, remediation]
#   remedy:
#     terraform: add an aws_backup_restore_testing_plan that runs often enough and includes the vault, and an aws_backup_restore_testing_selection of the store's type
package hipaa.controls.backup.restore_testing

applies contains resource.address if {
	some resource in input.resources
	resource.facts.restore_testing
	resource.facts.data_class == "ephi"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.restore_testing.state == "covered"
	not _rare[resource.address]
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.restore_testing.state == "covered"
	_rare[resource.address]
}

_rare contains resource.address if {
	some resource in input.resources
	resource.facts.restore_testing.days > input.profile.restore_test_days
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.restore_testing.state == "uncovered"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.restore_testing.state == "unknown"
}
