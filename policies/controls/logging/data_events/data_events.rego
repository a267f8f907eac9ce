# METADATA
# title: Each read and write of ePHI is on a trail
# description: |
#   A trail records who changed the configuration and, unless told so, not who read an object, an
#   item or called a function; only data events say whose records somebody has seen.
# related_resources:
#   - ref: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html
# custom:
#   severity: medium
#   supports: ["164.312(b)", "164.308(a)(1)(ii)(D)"]
#   judges: data_events
#   expected: "a trail that takes the data events of the store, reads and writes"
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: "add an advanced_event_selector with eventCategory Data, the resources.type and the ARN of the store to a trail, or state that the organisation's trail covers it"
package hipaa.controls.logging.data_events

applies contains resource.address if {
	some resource in input.resources
	resource.facts.data_events
	resource.facts.data_class == "ephi"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.data_events.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.data_events.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.data_events.state == "unknown"
}
