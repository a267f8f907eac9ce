# METADATA
# title: Actions that write are limited to named resources
# description: |
#   A job that may write anywhere can alter or destroy records far from its own.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html
# custom:
#   severity: medium
#   supports: ["164.312(a)(1)", "164.308(a)(4)(ii)(B)", "164.308(a)(3)(i)"]
#   judges: iam_statements
#   expected: writes to named resources only
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: name the resources that the job writes to
package hipaa.controls.access.write_access

# Full administration is judged by access.limited_administration, as are unknown statements.
# A wildcard that allows writes and all else is judged by controls of its own.
applies contains resource.address if {
	some resource in input.resources
	_stated(resource.facts.iam_statements)
	not _wider(resource.facts.iam_statements)
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
	not "unconstrained-write" in resource.facts.iam_statements.reasons
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.iam_statements.state == "broad"
	"unconstrained-write" in resource.facts.iam_statements.reasons
}

_stated(statements) if statements.state == "bounded"

# A broad policy without reasons is judged by access.bounded_permissions.
_stated(statements) if {
	statements.state == "broad"
	count(statements.reasons) > 0
}

_wider(statements) if {
	some reason in {"service-wide", "wildcard-action"}
	reason in statements.reasons
}
