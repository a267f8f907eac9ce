# METADATA
# title: People and programs sign in through a directory or a role, not with credentials of IAM users
# description: |
#   Who leaves is taken out of the directory; the password and keys of an IAM user stay until somebody thinks of them.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html
# custom:
#   severity: low
#   supports: ["164.308(a)(3)(ii)(C)", "164.312(d)"]
#   judges: user_credentials
#   profile: hygiene
#   expected: no password and no keys of its own
#   exception: [addressable-decision, alternative-means, remediation]
#   remedy:
#     terraform: let people sign in through IAM Identity Center and programs through roles; remove login profiles and access keys
package hipaa.controls.access.federated_users

applies contains resource.address if {
	some resource in input.resources
	resource.facts.user_credentials
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.user_credentials.state == "none"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.user_credentials.state == "kept"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.user_credentials.state == "unknown"
}
