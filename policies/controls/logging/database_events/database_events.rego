# METADATA
# title: "Subscriptions to a database service's events take those that matter"
# description: |
#   A failure, a maintenance or a changed parameter group that nobody is told of is found by chance.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.html
# custom:
#   severity: low
#   supports: ["164.308(a)(1)(ii)(D)", "164.308(a)(6)(ii)"]
#   judges: event_coverage
#   profile: hygiene
#   expected: events of failure, maintenance and configuration changes
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: enable the subscription and leave out event_categories, or name failure, maintenance and configuration change
package hipaa.controls.logging.database_events

applies contains resource.address if {
	some resource in input.resources
	resource.facts.event_coverage
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.event_coverage.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.event_coverage.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.event_coverage.state == "unknown"
}
