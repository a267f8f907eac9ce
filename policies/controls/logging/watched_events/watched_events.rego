# METADATA
# title: Somebody hears of root use, refused access and lost keys
# description: |
#   A trail that nobody counts is read after the harm. Each of these events needs a metric filter on the
#   log group of the trail and an alarm that the count raises, or a rule of EventBridge.
# related_resources:
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html
#   - ref: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html
# custom:
#   severity: medium
#   supports: ["164.308(a)(1)(ii)(D)", "164.308(a)(5)(ii)(C)", "164.308(a)(6)(ii)"]
#   judges: watched_events
#   expected: "an alarm on each such event, within {alarm_attempts} refused calls or failed sign-ins"
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: "add an aws_cloudwatch_log_metric_filter on the log group of the trail and an aws_cloudwatch_metric_alarm on its metric (Sum over 300 seconds, threshold 1) for each event that the finding names, or state where they are watched"
package hipaa.controls.logging.watched_events

applies contains resource.address if {
	some resource in input.resources
	resource.facts.watched_events
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.watched_events.state == "watched"
	resource.facts.watched_events.attempts <= input.profile.alarm_attempts
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.watched_events.state == "watched"
	resource.facts.watched_events.attempts > input.profile.alarm_attempts
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.watched_events.state in {"partial", "none"}
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.watched_events.state == "unknown"
}
