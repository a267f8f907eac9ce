# METADATA
# title: Somebody hears when safeguards are changed
# description: |
#   Who opens a network, a bucket, a key or a vault, or ends the watch itself, does so before the harm:
#   an alarm then comes in time.
# related_resources:
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html
#   - ref: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html
# custom:
#   severity: low
#   supports: ["164.308(a)(1)(ii)(D)", "164.308(a)(6)(ii)"]
#   judges: watched_changes
#   expected: an alarm on each such change
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: "add an aws_cloudwatch_log_metric_filter on the log group of the trail and an aws_cloudwatch_metric_alarm on its metric for each change that the finding names, or state where they are watched"
package hipaa.controls.logging.watched_changes

applies contains resource.address if {
	some resource in input.resources
	resource.facts.watched_changes
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.watched_changes.state == "watched"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.watched_changes.state == "partial"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.watched_changes.state == "unknown"
}
