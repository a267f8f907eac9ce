# METADATA
# title: Permissions stand in policies of their own, not inside users, groups and roles
# description: |
#   What is written into one identity has no versions, is on no list of policies and is reviewed by nobody who does not open it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html
# custom:
#   severity: low
#   supports: ["164.308(a)(4)(ii)(C)"]
#   judges: inline_policy
#   profile: hygiene
#   expected: no inline policy
#   exception: [addressable-decision, alternative-means, remediation]
#   remedy:
#     terraform: write an aws_iam_policy and attach it
package hipaa.controls.access.shared_policies

applies contains resource.address if {
	some resource in input.resources
	resource.facts.inline_policy
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.inline_policy.state == "none"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.inline_policy.state == "inline"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.inline_policy.state == "unknown"
}
