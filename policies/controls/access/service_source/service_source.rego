# METADATA
# title: Services are let in only on behalf of a named resource or account
# description: |
#   A service acts for all its customers: without a source account or ARN anybody can have it
#   act on this resource.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
# custom:
#   severity: medium
#   supports: ["164.312(a)(1)", "164.308(a)(4)(ii)(B)"]
#   judges: service_source
#   expected: a source account or ARN
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: "add source_arn or source_account, or a condition of equality on aws:SourceArn or aws:SourceAccount"
package hipaa.controls.access.service_source

applies contains resource.address if {
	some resource in input.resources
	resource.facts.service_source
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.service_source.state == "tied"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.service_source.state == "untied"
}
