# METADATA
# title: The trail records reads and writes of the configuration
# description: |
#   Reads of the configuration are how an intruder finds his way, and writes are what he does there; a trail
#   whose selectors name data alone records neither.
# related_resources:
#   - ref: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-management-events-with-cloudtrail.html
# custom:
#   severity: high
#   supports: ["164.312(b)", "164.308(a)(1)(ii)(D)"]
#   judges: management_events
#   expected: "management events, reads and writes"
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: "leave include_management_events true and read_write_type All, or add an advanced_event_selector whose eventCategory equals Management and nothing else"
package hipaa.controls.logging.management_events

applies contains resource.address if {
	some resource in input.resources
	resource.facts.management_events
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.management_events.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.management_events.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.management_events.state == "unknown"
}
