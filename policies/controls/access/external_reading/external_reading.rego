# METADATA
# title: Roles of other parties do not read all data
# description: |
#   ReadOnlyAccess of AWS reads every object, table and message of the account, which is more than
#   the minimum that another party needs.
# related_resources:
#   - ref: https://docs.aws.amazon.com/aws-managed-policy/latest/reference/ReadOnlyAccess.html
#   - ref: https://docs.aws.amazon.com/aws-managed-policy/latest/reference/SecurityAudit.html
# custom:
#   severity: high
#   supports: ["164.308(a)(4)(ii)(B)", "164.308(a)(3)(i)", "164.312(a)(1)"]
#   judges: external_read
#   expected: no ReadOnlyAccess for other parties
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: "attach SecurityAudit or ViewOnlyAccess, which read settings and no data, or a policy of named resources"
package hipaa.controls.access.external_reading

applies contains resource.address if {
	some resource in input.resources
	resource.facts.external_read
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.external_read.state == "bounded"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.external_read.state == "everything"
}
