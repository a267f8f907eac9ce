# METADATA
# title: Instances and subnets hand out no public addresses
# description: |
#   A public address puts a machine on the internet, where one wrong security group rule exposes
#   what it processes.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html
# custom:
#   severity: high
#   supports: ["164.312(a)(1)", "164.312(e)(1)"]
#   judges: public_address
#   expected: no public address
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: leave public addresses off, use private subnets, and let traffic in through a load balancer and out through a NAT gateway
package hipaa.controls.exposure.public_address

applies contains resource.address if {
	some resource in input.resources
	resource.facts.public_address
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.public_address.state == "off"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.public_address.state == "on"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.public_address.state == "unknown"
}
