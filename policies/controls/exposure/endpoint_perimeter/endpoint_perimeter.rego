# METADATA
# title: Policies of VPC endpoints name whose callers or whose resources they are for
# description: |
#   Through an endpoint that lets anybody reach anybody's buckets and queues, a stolen workload writes patients' data into a
#   stranger's account with the stranger's own credentials, and no firewall sees where it went.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_data-perimeters.html
#   - ref: https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
# custom:
#   severity: medium
#   supports: ["164.312(a)(1)", "164.312(e)(1)"]
#   judges: endpoint_perimeter
#   expected: callers or resources named in each statement
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: name resources in each statement, or ask for aws:ResourceOrgID or aws:ResourceAccount and aws:PrincipalOrgID or aws:PrincipalAccount
package hipaa.controls.exposure.endpoint_perimeter

applies contains resource.address if {
	some resource in input.resources
	resource.facts.endpoint_perimeter
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.endpoint_perimeter.state == "pinned"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.endpoint_perimeter.state == "open"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.endpoint_perimeter.state == "unknown"
}
