# METADATA
# title: Events that fail are kept
# description: |
#   After its retries a function drops the event, and what it asked for never happens.
# related_resources:
#   - ref: https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
# custom:
#   severity: low
#   supports: ["164.312(c)(1)"]
#   judges: failed_events
#   profile: hygiene
#   expected: a queue or topic for events that fail
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: name a target in dead_letter_config, or an on_failure destination
package hipaa.controls.protection.failed_events

applies contains resource.address if {
	some resource in input.resources
	resource.facts.failed_events
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.failed_events.state == "kept"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.failed_events.state == "dropped"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.failed_events.state == "unknown"
}
