# METADATA
# title: Roles trust nobody unnamed
# description: |
#   A trust policy open to everyone lets any AWS account take the role and all it may do.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-user_externalid.html
# custom:
#   severity: critical
#   supports: ["164.312(a)(1)", "164.308(a)(4)(ii)(B)", "164.312(d)"]
#   judges: trust
#   expected: named principals
#   exception: never
#   remedy:
#     terraform: name the principal, or pin the subject of the token by a condition of equality
package hipaa.controls.access.named_trust

applies contains resource.address if {
	some resource in input.resources
	resource.facts.trust
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.trust.state in {"named", "whole-account"}
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.trust.state == "everyone"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.trust.state == "unknown"
}
