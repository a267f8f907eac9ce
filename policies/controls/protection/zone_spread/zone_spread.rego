# METADATA
# title: What runs is spread over zones
# description: |
#   One zone is one power supply and one flood.
# related_resources:
#   - ref: https://docs.aws.amazon.com/whitepapers/latest/real-time-communication-on-aws/use-multiple-availability-zones.html
# custom:
#   severity: low
#   supports: ["164.308(a)(7)(i)", "164.308(a)(7)(ii)(C)"]
#   judges: zone_spread
#   profile: hygiene
#   expected: two zones or more
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: name subnets in two zones or more
package hipaa.controls.protection.zone_spread

applies contains resource.address if {
	some resource in input.resources
	resource.facts.zone_spread
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.zone_spread.state == "several"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.zone_spread.state == "one"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.zone_spread.state == "unknown"
}
