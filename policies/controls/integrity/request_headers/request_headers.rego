# METADATA
# title: Load balancers read requests strictly
# description: |
#   A request that the load balancer and the server behind it read differently can smuggle another one past
#   every rule, or poison what the next patient gets.
# related_resources:
#   - ref: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html
# custom:
#   severity: medium
#   supports: ["164.312(c)(1)", "164.312(e)(1)", "164.312(e)(2)(i)"]
#   judges: request_parsing
#   expected: invalid headers dropped, and desynchronising requests mitigated
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set drop_invalid_header_fields = true, and desync_mitigation_mode to defensive or strictest
package hipaa.controls.integrity.request_headers

applies contains resource.address if {
	some resource in input.resources
	resource.facts.request_parsing
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.request_parsing.state == "strict"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.request_parsing.state == "lenient"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.request_parsing.state == "unknown"
}
