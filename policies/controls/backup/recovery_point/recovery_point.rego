# METADATA
# title: Backups are as frequent as the recovery point objective asks
# description: |
#   What was written since the last backup is lost with the store, and has to be entered again from paper and memory.
# related_resources:
#   - ref: https://docs.aws.amazon.com/aws-backup/latest/devguide/creating-a-backup-plan.html
# custom:
#   severity: high
#   supports: ["164.308(a)(7)(ii)(A)", "164.308(a)(7)(ii)(B)"]
#   judges: recovery_gap
#   expected: a gap no longer than the objective declared, or {rpo_hours} hours
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: let the schedule of the backup plan run more often, or enable continuous backup or point-in-time recovery
package hipaa.controls.backup.recovery_point

applies contains resource.address if {
	some resource in input.resources
	resource.facts.recovery_gap
	resource.facts.data_class == "ephi"
}

# What the owner declared, else what the profile asks for.
_bearable[resource.address] := resource.facts.recovery_gap.objective if some resource in input.resources

_bearable[resource.address] := input.profile.rpo_hours if {
	some resource in input.resources
	not resource.facts.recovery_gap.objective
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.recovery_gap.state == "known"
	resource.facts.recovery_gap.hours <= _bearable[resource.address]
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.recovery_gap.state == "known"
	resource.facts.recovery_gap.hours > _bearable[resource.address]
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.recovery_gap.state == "none"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.recovery_gap.state == "unknown"
}
