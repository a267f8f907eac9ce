# METADATA
# title: Endpoints of services that keep data have a policy of their own
# description: |
#   Without one the service's default lets every caller through to every account's data.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
# custom:
#   severity: low
#   supports: ["164.312(a)(1)", "164.312(e)(1)"]
#   judges: endpoint_policy
#   profile: hygiene
#   expected: a policy of its own
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set policy, or add an aws_vpc_endpoint_policy that names the own account's callers and resources
package hipaa.controls.exposure.endpoint_policy

applies contains resource.address if {
	some resource in input.resources
	resource.facts.endpoint_policy
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.endpoint_policy.state == "written"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.endpoint_policy.state == "unwritten"
}
