# METADATA
# title: Search domains keep no users and passwords of their own
# description: |
#   A user inside the domain outlives the account of the person, has a password that never expires, and needs no second factor.
# related_resources:
#   - ref: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html
# custom:
#   severity: low
#   supports: ["164.312(d)", "164.308(a)(3)(ii)(C)"]
#   judges: internal_users
#   profile: hygiene
#   expected: users of IAM or of the organization's directory only
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set internal_user_database_enabled = false and name the role of the administrators in master_user_arn
package hipaa.controls.access.directory_users

applies contains resource.address if {
	some resource in input.resources
	resource.facts.internal_users
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.internal_users.state == "none"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.internal_users.state == "kept"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.internal_users.state == "unknown"
}
