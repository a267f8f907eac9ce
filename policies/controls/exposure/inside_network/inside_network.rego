# METADATA
# title: What processes or keeps ePHI lies inside a VPC of its own
# description: |
#   Outside a VPC, or in the default one, no security group, endpoint policy or flow log stands
#   between the code and the internet.
# related_resources:
#   - ref: https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
#   - ref: https://docs.aws.amazon.com/sagemaker/latest/dg/infrastructure-give-access.html
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html
# custom:
#   severity: medium
#   supports: ["164.312(e)(1)", "164.312(a)(1)"]
#   judges: network_placement
#   expected: subnets of a VPC named
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: name private subnets of a VPC, and reach AWS by endpoints
package hipaa.controls.exposure.inside_network

applies contains resource.address if {
	some resource in input.resources
	resource.facts.network_placement
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.network_placement.state == "inside"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.network_placement.state == "outside"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.network_placement.state == "unknown"
}
