# METADATA
# title: Only invited users get an account
# description: |
#   Where everybody may sign up, everybody has an account that the next wrong permission opens.
# related_resources:
#   - ref: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-admin-create-user-policy.html
# custom:
#   severity: low
#   supports: ["164.308(a)(4)(ii)(B)"]
#   judges: self_registration
#   profile: hygiene
#   expected: accounts made by administrators only
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set allow_admin_create_user_only of admin_create_user_config
package hipaa.controls.access.invited_users

applies contains resource.address if {
	some resource in input.resources
	resource.facts.self_registration
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.self_registration.state == "closed"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.self_registration.state == "open"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.self_registration.state == "unknown"
}
