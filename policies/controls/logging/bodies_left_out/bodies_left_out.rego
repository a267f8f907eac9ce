# METADATA
# title: Logs hold no bodies of requests
# description: |
#   Requests and responses of an API that carries ePHI are ePHI: written to a log whole, they lie where
#   developers read and where no access to a record is recorded.
# related_resources:
#   - ref: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
# custom:
#   severity: medium
#   supports: ["164.312(a)(1)", "164.308(a)(4)(i)"]
#   judges: body_log
#   expected: data_trace_enabled false
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set data_trace_enabled to false
package hipaa.controls.logging.bodies_left_out

applies contains resource.address if {
	some resource in input.resources
	resource.facts.body_log
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.body_log.state == "off"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.body_log.state == "on"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.body_log.state == "unknown"
}
