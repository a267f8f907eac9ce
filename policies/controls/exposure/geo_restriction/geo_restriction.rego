# METADATA
# title: Distributions serve some countries only
# description: |
#   A portal for patients of one country need not answer the rest of the world.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/georestrictions.html
# custom:
#   severity: low
#   supports: ["164.312(a)(1)"]
#   judges: geo_restriction
#   profile: hygiene
#   expected: a list of countries
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set restrictions.geo_restriction to a whitelist of countries
package hipaa.controls.exposure.geo_restriction

applies contains resource.address if {
	some resource in input.resources
	resource.facts.geo_restriction
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.geo_restriction.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.geo_restriction.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.geo_restriction.state == "unknown"
}
