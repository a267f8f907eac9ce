# METADATA
# title: The right to assume or pass roles names the roles
# description: |
#   Assuming any role, or passing it to a service that acts with it, adds up all their permissions
#   in one pair of hands.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_permissions-to-switch.html
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
# custom:
#   severity: high
#   supports: ["164.312(a)(1)", "164.308(a)(4)(ii)(B)", "164.308(a)(3)(i)"]
#   judges: iam_statements
#   expected: named roles
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: name the ARNs of the roles
package hipaa.controls.access.role_assumption

# Full administration is judged by access.limited_administration, as are unknown statements.
applies contains resource.address if {
	some resource in input.resources
	_stated(resource.facts.iam_statements)
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.iam_statements.state == "bounded"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.iam_statements.state == "broad"
	count(resource.facts.iam_statements.reasons) > 0
	not "any-role" in resource.facts.iam_statements.reasons
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.iam_statements.state == "broad"
	"any-role" in resource.facts.iam_statements.reasons
}

_stated(statements) if statements.state == "bounded"

# A broad policy without reasons is judged by access.bounded_permissions.
_stated(statements) if {
	statements.state == "broad"
	count(statements.reasons) > 0
}
