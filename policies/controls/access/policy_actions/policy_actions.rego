# METADATA
# title: Resource policies name the actions they allow
# description: |
#   A policy that allows every action of the service lets the named principal delete the
#   resource and rewrite the policy itself.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
# custom:
#   severity: medium
#   supports: ["164.312(a)(1)", "164.308(a)(4)(ii)(B)"]
#   judges: policy_exposure
#   expected: named actions
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: name the actions that the principal needs
package hipaa.controls.access.policy_actions

# An unknown policy is judged by exposure.public_policy.
applies contains resource.address if {
	some resource in input.resources
	resource.facts.policy_exposure.state != "none"
	is_boolean(resource.facts.policy_exposure.any_action)
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.policy_exposure.any_action == false
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.policy_exposure.any_action == true
}
