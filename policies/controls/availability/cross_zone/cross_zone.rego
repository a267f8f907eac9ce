# METADATA
# title: Load balancers send across zones
# description: |
#   Where a node sends only to targets of its own zone, the loss of those takes its share of callers along.
# related_resources:
#   - ref: https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html
# custom:
#   severity: low
#   supports: ["164.308(a)(7)(i)", "164.308(a)(7)(ii)(C)"]
#   judges: cross_zone
#   profile: hygiene
#   expected: cross-zone load balancing
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set enable_cross_zone_load_balancing = true, on a classic load balancer cross_zone_load_balancing
package hipaa.controls.availability.cross_zone

applies contains resource.address if {
	some resource in input.resources
	resource.facts.cross_zone
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.cross_zone.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.cross_zone.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.cross_zone.state == "unknown"
}
