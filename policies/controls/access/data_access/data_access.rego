# METADATA
# title: Actions that read data are limited to named resources
# description: |
#   Reading any bucket, table, secret or parameter goes beyond the minimum that a job needs of
#   the records.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html
# custom:
#   severity: high
#   supports: ["164.312(a)(1)", "164.308(a)(4)(ii)(B)", "164.308(a)(3)(i)"]
#   judges: iam_statements
#   expected: data of named resources only
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: name the buckets, tables, secrets and parameters that the job reads
package hipaa.controls.access.data_access

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
	not "data-access" in resource.facts.iam_statements.reasons
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.iam_statements.state == "broad"
	"data-access" in resource.facts.iam_statements.reasons
}

_stated(statements) if statements.state == "bounded"

# A broad policy without reasons is judged by access.bounded_permissions.
_stated(statements) if {
	statements.state == "broad"
	count(statements.reasons) > 0
}
