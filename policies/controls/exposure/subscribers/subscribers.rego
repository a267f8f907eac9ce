# METADATA
# title: Topics with ePHI are read by machines only
# description: |
#   Mail and text messages leave the account in clear, lie in mailboxes and on telephones for ever,
#   and cannot be called back.
# related_resources:
#   - ref: https://docs.aws.amazon.com/sns/latest/dg/sns-event-destinations.html
# custom:
#   severity: high
#   supports: ["164.312(e)(1)", "164.312(a)(1)"]
#   judges: subscriber
#   expected: queues, functions, streams or endpoints with TLS
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: subscribe a queue or function, and send people a notice without ePHI from a topic of its own
package hipaa.controls.exposure.subscribers

applies contains resource.address if {
	some resource in input.resources
	resource.facts.subscriber
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.subscriber.state == "service"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.subscriber.state == "person"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.subscriber.state == "unknown"
}
