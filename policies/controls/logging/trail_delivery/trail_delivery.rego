# METADATA
# title: The trail is on and delivers where alarms can watch it
# description: |
#   A stopped trail records nothing, and files in a bucket alone raise no alarm.
# related_resources:
#   - ref: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/send-cloudtrail-events-to-cloudwatch-logs.html
# custom:
#   severity: high
#   supports: ["164.312(b)", "164.308(a)(1)(ii)(D)"]
#   judges: trail_delivery
#   expected: logging on, with delivery to CloudWatch Logs
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: leave enable_logging true and set cloud_watch_logs_group_arn and cloud_watch_logs_role_arn
package hipaa.controls.logging.trail_delivery

applies contains resource.address if {
	some resource in input.resources
	resource.facts.trail_delivery
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.trail_delivery.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.trail_delivery.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.trail_delivery.state == "unknown"
}
