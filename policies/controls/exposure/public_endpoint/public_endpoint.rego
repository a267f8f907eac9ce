# METADATA
# title: ePHI has no endpoint that the whole internet can reach
# description: |
#   A store on the public internet is one leaked password away from disclosure, and is found by
#   scanners within minutes.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html
# custom:
#   severity: critical
#   supports: ["164.312(a)(1)", "164.312(e)(1)", "164.308(a)(3)(i)"]
#   judges: public_endpoint
#   expected: a private endpoint, or one for named address ranges
#   exception: never
#   remedy:
#     terraform: switch public access off and place the resource in private subnets; reach it through a VPC endpoint, a bastion or a VPN
package hipaa.controls.exposure.public_endpoint

applies contains resource.address if {
	some resource in input.resources
	resource.facts.public_endpoint
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.public_endpoint.state in {"private", "restricted"}
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.public_endpoint.state == "public"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.public_endpoint.state == "unknown"
}
