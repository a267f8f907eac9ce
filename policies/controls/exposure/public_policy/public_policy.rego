# METADATA
# title: No resource policy lets everyone in
# description: |
#   A policy whose principal is everyone, with no condition that limits who calls, gives ePHI to
#   anybody with any AWS account or none.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
# custom:
#   severity: critical
#   supports: ["164.312(a)(1)", "164.308(a)(3)(i)", "164.308(a)(4)(ii)(B)"]
#   judges: policy_exposure
#   expected: named principals, or a condition that pins the caller
#   exception: never
#   remedy:
#     terraform: "name the principals, or pin aws:PrincipalOrgID, aws:SourceArn or aws:SourceVpce by a condition of equality"
package hipaa.controls.exposure.public_policy

applies contains resource.address if {
	some resource in input.resources
	resource.facts.policy_exposure
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.policy_exposure.state in {"none", "private", "cross-account"}
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.policy_exposure.state == "public"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.policy_exposure.state == "unknown"
}
