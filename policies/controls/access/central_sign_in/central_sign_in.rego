# METADATA
# title: Users sign in at the directory of the organization
# description: |
#   Whoever leaves the organization loses a central account the same day; accounts of a tool are
#   forgotten.
# related_resources:
#   - ref: https://docs.aws.amazon.com/sagemaker/latest/dg/onboard-sso-users.html
# custom:
#   severity: low
#   supports: ["164.308(a)(3)(ii)(C)"]
#   judges: central_sign_in
#   profile: hygiene
#   expected: IAM Identity Center
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set auth_mode to SSO
package hipaa.controls.access.central_sign_in

applies contains resource.address if {
	some resource in input.resources
	resource.facts.central_sign_in
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.central_sign_in.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.central_sign_in.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.central_sign_in.state == "unknown"
}
