# METADATA
# title: Instance credentials stay on the instance
# description: |
#   Each further hop lets containers and proxies behind the instance ask for its credentials.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html
# custom:
#   severity: low
#   supports: ["164.312(a)(1)"]
#   judges: metadata_hops
#   profile: hygiene
#   expected: a hop limit of one
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set http_put_response_hop_limit to 1
package hipaa.controls.access.metadata_hops

applies contains resource.address if {
	some resource in input.resources
	resource.facts.metadata_hops
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.metadata_hops.state == "one"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.metadata_hops.state == "more"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.metadata_hops.state == "unknown"
}
