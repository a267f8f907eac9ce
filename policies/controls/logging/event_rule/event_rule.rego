# METADATA
# title: Rules on events reach whom they are for
# description: |
#   A rule that is off, has no target, or waits for events that never come says nothing on the day that it
#   was made for.
# related_resources:
#   - ref: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rules.html
# custom:
#   severity: medium
#   supports: ["164.308(a)(6)(ii)", "164.308(a)(1)(ii)(D)"]
#   judges: event_rule
#   expected: "a rule that is on, with a target and a pattern that events can pass"
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: add an aws_cloudwatch_event_target, leave state ENABLED, and name the source of each service that detail.eventSource names
package hipaa.controls.logging.event_rule

applies contains resource.address if {
	some resource in input.resources
	resource.facts.event_rule
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.event_rule.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.event_rule.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.event_rule.state == "unknown"
}
