# METADATA
# title: Somebody hears what alarms say
# description: |
#   An alarm that calls a topic without subscribers rings in an empty room.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html
# custom:
#   severity: medium
#   supports: ["164.308(a)(6)(ii)", "164.308(a)(1)(ii)(D)"]
#   judges: alarm_delivery
#   expected: a subscription of the topic
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: "add an aws_sns_topic_subscription of who answers alarms, or state that somebody subscribed outside Terraform"
package hipaa.controls.logging.alarm_delivery

applies contains resource.address if {
	some resource in input.resources
	resource.facts.alarm_delivery
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.alarm_delivery.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.alarm_delivery.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.alarm_delivery.state == "unknown"
}
