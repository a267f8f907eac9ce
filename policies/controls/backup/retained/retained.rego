# METADATA
# title: Stores that may hold ePHI are backed up
# description: |
#   Without a backup a deletion, a fault or ransomware is final.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html
# custom:
#   severity: high
#   supports: ["164.308(a)(7)(ii)(A)", "164.310(d)(2)(iv)"]
#   judges: backup
#   expected: automatic backups
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set the backup or snapshot retention above 0, or select the store in an AWS Backup plan
package hipaa.controls.backup.retained

applies contains resource.address if {
	some resource in input.resources
	resource.facts.backup
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.backup.state == "known"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.backup.state == "none"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.backup.state == "unknown"
}
