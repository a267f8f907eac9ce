# METADATA
# title: Secrets rotate often enough
# description: |
#   Between two rotations a leaked password works for whoever has it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/secretsmanager-controls.html
# custom:
#   severity: low
#   supports: ["164.308(a)(5)(ii)(D)", "164.312(d)"]
#   judges: rotation_interval
#   expected: "at most {secret_rotation_days} days between rotations"
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set automatically_after_days, or a schedule_expression that runs as often
package hipaa.controls.secrets.rotation_interval

applies contains resource.address if {
	some resource in input.resources
	resource.facts.rotation_interval
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.rotation_interval.state == "known"
	resource.facts.rotation_interval.age <= input.profile.secret_rotation_days
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.rotation_interval.state == "known"
	resource.facts.rotation_interval.age > input.profile.secret_rotation_days
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.rotation_interval.state == "never"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.rotation_interval.state == "unknown"
}
