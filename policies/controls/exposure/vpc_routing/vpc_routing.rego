# METADATA
# title: Warehouses load and unload through their VPC
# description: |
#   Without it a warehouse copies from and to other services over the internet's addresses, past every endpoint policy, security group
#   and flow log of its network: nobody sees or stops an unload into a stranger's bucket.
# related_resources:
#   - ref: https://docs.aws.amazon.com/redshift/latest/mgmt/enhanced-vpc-routing.html
# custom:
#   severity: medium
#   supports: ["164.312(e)(1)", "164.312(a)(1)"]
#   judges: vpc_routing
#   expected: enhanced VPC routing on
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set enhanced_vpc_routing = true, and give the network a gateway endpoint for S3
package hipaa.controls.exposure.vpc_routing

applies contains resource.address if {
	some resource in input.resources
	resource.facts.vpc_routing
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.vpc_routing.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.vpc_routing.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.vpc_routing.state == "unknown"
}
