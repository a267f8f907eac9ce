# METADATA
# title: Idle sessions end by themselves
# description: |
#   An unattended screen shows ePHI to whoever passes, for as long as the session stays open.
# related_resources:
#   - ref: https://docs.aws.amazon.com/appstream2/latest/developerguide/set-up-stacks-fleets.html
# custom:
#   severity: medium
#   supports: ["164.312(a)(2)(iii)"]
#   judges: idle_limit
#   expected: "at most {idle_minutes} minutes"
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: limit the idle time to the number expected or less
package hipaa.controls.access.idle_limit

applies contains resource.address if {
	some resource in input.resources
	resource.facts.idle_limit
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.idle_limit.state == "known"
	resource.facts.idle_limit.minutes <= input.profile.idle_minutes
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.idle_limit.state == "known"
	resource.facts.idle_limit.minutes > input.profile.idle_minutes
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.idle_limit.state == "none"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.idle_limit.state == "unknown"
}
