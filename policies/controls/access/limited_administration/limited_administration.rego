# METADATA
# title: No policy allows everything on everything
# description: |
#   Full administration in a policy gives whoever holds it all ePHI and the means to hide that
#   it was read.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html
# custom:
#   severity: critical
#   supports: ["164.312(a)(1)", "164.308(a)(4)(ii)(B)", "164.308(a)(3)(i)"]
#   judges: iam_statements
#   expected: named actions on named resources
#   exception: remediation
#   remedy:
#     terraform: name the actions that the job needs and the resources it needs them on
package hipaa.controls.access.limited_administration

applies contains resource.address if {
	some resource in input.resources
	resource.facts.iam_statements
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.iam_statements.state in {"bounded", "broad"}
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.iam_statements.state == "full"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.iam_statements.state == "unknown"
}
