# METADATA
# title: Machines outside AWS get less than the role that they act under
# description: |
#   Every certificate of the trust anchor opens the roles of the profile. A session policy keeps a stolen one to the work it is for.
# related_resources:
#   - ref: https://docs.aws.amazon.com/rolesanywhere/latest/userguide/introduction.html
# custom:
#   severity: medium
#   supports: ["164.312(a)(1)", "164.308(a)(4)(ii)(B)"]
#   judges: session_policy
#   expected: a policy of the session
#   exception: [addressable-decision, alternative-means, remediation]
#   remedy:
#     terraform: set session_policy or managed_policy_arns
package hipaa.controls.access.session_policy

applies contains resource.address if {
	some resource in input.resources
	resource.facts.session_policy
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.session_policy.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.session_policy.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.session_policy.state == "unknown"
}
