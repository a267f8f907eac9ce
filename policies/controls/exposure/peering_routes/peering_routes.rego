# METADATA
# title: Routes into peered networks name what lies there
# description: |
#   A route for every address into a peered network sends it whatever has no better route, ePHI on its way to somewhere else
#   included, and lets one breach walk across the connection.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html
# custom:
#   severity: medium
#   supports: ["164.312(e)(1)", "164.308(a)(4)(ii)(B)"]
#   judges: peering_routes
#   expected: the ranges of the peered network that are needed
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: give the route the range of the subnets that are to be reached, instead of 0.0.0.0/0
package hipaa.controls.exposure.peering_routes

applies contains resource.address if {
	some resource in input.resources
	resource.facts.peering_routes
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.peering_routes.state == "narrow"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.peering_routes.state == "wide"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.peering_routes.state == "unknown"
}
