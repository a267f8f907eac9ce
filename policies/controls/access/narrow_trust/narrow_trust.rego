# METADATA
# title: Roles trust an identity, not a whole account
# description: |
#   Trusting an account trusts everybody whom its administrators, now or later, allow to assume
#   roles.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
# custom:
#   severity: low
#   supports: ["164.312(a)(1)", "164.308(a)(4)(ii)(B)"]
#   judges: trust
#   expected: a named role, user or service
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: name the role or user in the principal instead of the account
package hipaa.controls.access.narrow_trust

# Trust in everyone is judged by access.named_trust, as is an unknown one.
applies contains resource.address if {
	some resource in input.resources
	resource.facts.trust
	not resource.facts.trust.state in {"everyone", "unknown"}
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.trust.state == "named"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.trust.state == "whole-account"
}
