# METADATA
# title: Alarms call somebody
# description: |
#   An alarm without an action changes its colour on a console that nobody watches.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-actions.html
# custom:
#   severity: low
#   supports: ["164.308(a)(6)(ii)", "164.308(a)(1)(ii)(D)"]
#   judges: alarm_action
#   expected: "an action for the alarm state, switched on"
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: name a topic in alarm_actions and leave actions_enabled true
package hipaa.controls.logging.alarm_action

applies contains resource.address if {
	some resource in input.resources
	resource.facts.alarm_action
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.alarm_action.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.alarm_action.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.alarm_action.state == "unknown"
}
