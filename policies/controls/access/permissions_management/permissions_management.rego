# METADATA
# title: Actions that change permissions are limited to named resources
# description: |
#   Whoever may change the permissions of any resource can open any ePHI store to anybody.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary-access-level-summaries.html
# custom:
#   severity: high
#   supports: ["164.312(a)(1)", "164.308(a)(4)(ii)(B)", "164.308(a)(3)(i)"]
#   judges: iam_statements
#   expected: permissions of named resources only
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: name the resources, or add a condition
package hipaa.controls.access.permissions_management

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
	not "permissions-management" in resource.facts.iam_statements.reasons
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.iam_statements.state == "broad"
	"permissions-management" in resource.facts.iam_statements.reasons
}

_stated(statements) if statements.state == "bounded"

# A broad policy without reasons is judged by access.bounded_permissions.
_stated(statements) if {
	statements.state == "broad"
	count(statements.reasons) > 0
}
