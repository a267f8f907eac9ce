# METADATA
# title: Logs are kept long enough to be examined
# description: |
#   Intrusions are often found months later; a log already deleted answers no question.
# related_resources:
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html
# custom:
#   severity: medium
#   supports: ["164.312(b)", "164.316(b)(2)(i)"]
#   judges: log_retention
#   expected: "at least {log_retention_days} days"
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set retention_in_days to the number expected or more
package hipaa.controls.logging.retention

applies contains resource.address if {
	some resource in input.resources
	resource.facts.log_retention
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.log_retention.state == "forever"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.log_retention.state == "known"
	resource.facts.log_retention.days >= input.profile.log_retention_days
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.log_retention.state == "known"
	resource.facts.log_retention.days < input.profile.log_retention_days
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.log_retention.state == "unknown"
}
