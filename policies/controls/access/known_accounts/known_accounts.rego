# METADATA
# title: Only known accounts are let in
# description: |
#   A policy, grant or share that names an account which nobody answers for hands the resource to
#   whoever runs that account.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies-cross-account-resource-access.html
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
# custom:
#   severity: high
#   supports: ["164.308(a)(4)(ii)(B)", "164.308(a)(3)(i)", "164.312(a)(1)"]
#   judges: admitted_accounts
#   expected: accounts of the plan, or ones declared under accounts in phiward.yaml
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: "take the account out of the policy, or declare it with owner and purpose under accounts in phiward.yaml"
package hipaa.controls.access.known_accounts

applies contains resource.address if {
	some resource in input.resources
	resource.facts.admitted_accounts
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.admitted_accounts.state == "known"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.admitted_accounts.state == "undeclared"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.admitted_accounts.state == "unknown"
}
