# METADATA
# title: Passwords are long enough
# description: |
#   Short passwords fall to guessing; length counts for more than kinds of characters.
# related_resources:
#   - ref: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-policies.html
# custom:
#   severity: medium
#   supports: ["164.308(a)(5)(ii)(D)", "164.312(d)"]
#   judges: password_length
#   expected: "at least {password_characters} characters"
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: raise the minimum length of the password policy to the number expected or more
package hipaa.controls.access.password_length

applies contains resource.address if {
	some resource in input.resources
	resource.facts.password_length
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.password_length.state == "known"
	resource.facts.password_length.characters >= input.profile.password_characters
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.password_length.state == "known"
	resource.facts.password_length.characters < input.profile.password_characters
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.password_length.state == "unknown"
}
