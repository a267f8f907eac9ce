# METADATA
# title: Policies allow no more than a job needs
# description: |
#   Wildcard actions on wildcard resources reach ePHI that nobody meant to grant.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html
# custom:
#   severity: medium
#   supports: ["164.312(a)(1)", "164.308(a)(4)(ii)(B)", "164.308(a)(3)(i)"]
#   judges: iam_statements
#   expected: actions and resources bounded
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: replace wildcards by the actions and ARNs that the job needs, or add a condition
package hipaa.controls.access.bounded_permissions

# Full administration is judged by access.limited_administration, as are unknown statements.
applies contains resource.address if {
	some resource in input.resources
	resource.facts.iam_statements
	not resource.facts.iam_statements.state in {"full", "unknown"}
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.iam_statements.state == "bounded"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.iam_statements.state == "broad"
}
