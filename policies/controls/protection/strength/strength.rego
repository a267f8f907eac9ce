# METADATA
# title: A plan takes no safeguard back
# description: |
#   A retention that shrinks from a year to ninety days may still be enough, but somebody once chose the
#   year: the reason is looked up, and the change approved, before the older days are deleted.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
# custom:
#   severity: low
#   supports: ["164.308(a)(1)(ii)(B)", "164.312(c)(1)"]
#   judges: strength
#   expected: as much as before the plan
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: keep the number, the key or the limit that the resource had, or have the change approved
package hipaa.controls.protection.strength

applies contains resource.address if {
	some resource in input.resources
	resource.facts.strength
	resource.facts.data_class != "none"
	not _judged_elsewhere[resource.address]
}

# Numbers below these fail the control of the number itself.
_least := {
	"backup": input.profile.backup_retention_days,
	"deletion_window": input.profile.deletion_window_days,
	"lock_floor": input.profile.lock_min_days,
	"log_expiry": input.profile.log_retention_days,
	"log_retention": input.profile.log_retention_days,
	"object_expiry": input.profile.backup_retention_days,
}

_judged_elsewhere contains resource.address if {
	some resource in input.resources
	count(resource.facts.strength.changes) > 0
	every fact, value in resource.facts.strength.changes {
		value < _least[fact]
	}
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.strength.state == "held"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.strength.state == "weakened"
}
