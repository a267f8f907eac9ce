# METADATA
# title: Passwords end
# description: |
#   A stolen password serves until it is changed.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html
# custom:
#   profile: hygiene
#   severity: low
#   supports: ["164.308(a)(5)(ii)(D)", "164.312(d)"]
#   judges: password_age
#   expected: "changed within {password_age_days} days"
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: "set max_password_age to the number of days expected or fewer"
package hipaa.controls.access.password_age

applies contains resource.address if {
	some resource in input.resources
	resource.facts.password_age
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.password_age.state == "known"
	resource.facts.password_age.age <= input.profile.password_age_days
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.password_age.state == "known"
	resource.facts.password_age.age > input.profile.password_age_days
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.password_age.state == "forever"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.password_age.state == "unknown"
}
