# METADATA
# title: Policies allow named actions, not whole services
# description: |
#   Every action of a service on every resource reaches ePHI that nobody meant to grant, and
#   whatever the service learns to do later.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html
# custom:
#   severity: medium
#   supports: ["164.312(a)(1)", "164.308(a)(4)(ii)(B)", "164.308(a)(3)(i)"]
#   judges: iam_statements
#   expected: no service allowed as a whole
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: name the actions that the job needs and the ARNs it needs them on
package hipaa.controls.access.bounded_permissions

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
	not "service-wide" in resource.facts.iam_statements.reasons
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.iam_statements.state == "broad"
	"service-wide" in resource.facts.iam_statements.reasons
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.iam_statements.state == "broad"
	not _explained(resource.facts.iam_statements)
}

_stated(statements) if not statements.state in {"full", "unknown"}

_explained(statements) if count(statements.reasons) > 0
