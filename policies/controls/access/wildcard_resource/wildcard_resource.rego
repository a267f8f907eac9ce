# METADATA
# title: Actions that can be limited name their resources
# description: |
#   A wildcard for the resource grants the action on everything there is and will be.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
# custom:
#   severity: medium
#   supports: ["164.312(a)(1)", "164.308(a)(4)(ii)(B)", "164.308(a)(3)(i)"]
#   judges: iam_statements
#   expected: named resources
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: name the ARNs that the job needs
package hipaa.controls.access.wildcard_resource

# Full administration is judged by access.limited_administration, as are unknown statements.
# Where another control of this fact has more to say of the same statement, it speaks.
applies contains resource.address if {
	some resource in input.resources
	_stated(resource.facts.iam_statements)
	not _more_specific(resource.facts.iam_statements)
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

_stated(statements) if statements.state == "bounded"

# A broad policy without reasons is judged by access.bounded_permissions.
_stated(statements) if count(statements.reasons) > 0

_more_specific(statements) if {
	some reason in statements.reasons
	reason != "wildcard-resource"
}
