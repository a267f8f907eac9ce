# METADATA
# title: Log groups say how long they keep
# description: |
#   Logs hold ePHI more often than intended; a group without a period keeps it for ever, and
#   nobody has decided so.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html
# custom:
#   severity: low
#   supports: ["164.310(d)(2)(i)", "164.316(b)(2)(i)"]
#   judges: log_period
#   expected: a stated number of days
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set retention_in_days
package hipaa.controls.logging.stated_retention

# How long an unknown period is, logging.retention asks.
applies contains resource.address if {
	some resource in input.resources
	resource.facts.log_period
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.log_period.state == "stated"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.log_period.state == "unstated"
}
