# METADATA
# title: ePHI stays with services that AWS lists as HIPAA eligible
# description: |
#   The business associate addendum with AWS covers ePHI in eligible services alone. Whatever a patient's record passes through beside
#   them is in the hands of a vendor without a contract, however well it is encrypted there.
# related_resources:
#   - ref: https://aws.amazon.com/compliance/hipaa-eligible-services-reference/
# custom:
#   severity: high
#   supports: ["164.308(b)(1)"]
#   judges: eligibility
#   expected: a service on AWS's list of HIPAA eligible services
#   exception: [remediation]
#   remedy:
#     terraform: move ePHI to an eligible service, label the resource as free of ePHI where it is, or state the fact with the date of the list that you read
package hipaa.controls.scope.eligible_service

applies contains resource.address if {
	some resource in input.resources
	resource.facts.eligibility
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.eligibility.state == "eligible"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.eligibility.state == "ineligible"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.eligibility.state == "unknown"
}
