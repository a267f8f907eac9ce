# METADATA
# title: No policy lets its holder raise its own permissions
# description: |
#   Whoever can write policies, pass roles or take over credentials without limit has all
#   permissions, whatever the policy says.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
# custom:
#   severity: high
#   supports: ["164.312(a)(1)", "164.308(a)(4)(ii)(B)", "164.308(a)(3)(i)"]
#   judges: iam_statements
#   expected: no way to more permissions
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: limit the actions to named roles and policies, and set a permissions boundary
package hipaa.controls.access.privilege_escalation

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
	not "privilege-escalation" in resource.facts.iam_statements.reasons
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.iam_statements.state == "broad"
	"privilege-escalation" in resource.facts.iam_statements.reasons
}

_stated(statements) if statements.state == "bounded"

# A broad policy without reasons is judged by access.bounded_permissions.
_stated(statements) if {
	statements.state == "broad"
	count(statements.reasons) > 0
}
