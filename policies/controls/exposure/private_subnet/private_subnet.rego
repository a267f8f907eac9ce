# METADATA
# title: Stores and nodes lie in private subnets
# description: |
#   A subnet whose route table leads to an internet gateway puts what lies in it one public address or one
#   security group rule away from the internet. In a private subnet there is no way in, whatever else is changed.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html
# custom:
#   severity: medium
#   supports: ["164.312(a)(1)", "164.312(e)(1)"]
#   judges: subnet_exposure
#   expected: private subnets only
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: name subnets whose route table has no route to an internet gateway, and let traffic out through a NAT gateway or VPC endpoints
package hipaa.controls.exposure.private_subnet

applies contains resource.address if {
	some resource in input.resources
	resource.facts.subnet_exposure
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.subnet_exposure.state == "private"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.subnet_exposure.state == "public"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.subnet_exposure.state == "unknown"
}
