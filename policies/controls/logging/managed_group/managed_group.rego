# METADATA
# title: Functions write to a log group that somebody keeps
# description: |
#   A function without a log group makes one on its first call: without a key that we can withdraw,
#   without a retention, and outside of every review.
# related_resources:
#   - ref: https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-loggroups.html
#   - ref: https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html
# custom:
#   severity: low
#   supports: ["164.312(b)", "164.312(a)(2)(iv)"]
#   judges: log_group
#   expected: a log group of the plan or its context
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: make an aws_cloudwatch_log_group named /aws/lambda/ and the name of the function, or name one in logging_config
package hipaa.controls.logging.managed_group

applies contains resource.address if {
	some resource in input.resources
	resource.facts.log_group
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.log_group.state == "managed"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.log_group.state == "unmanaged"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.log_group.state == "unknown"
}
