# METADATA
# title: Passwords mix kinds of characters
# description: |
#   A password of one kind of character falls sooner to guessing.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html
# custom:
#   severity: low
#   supports: ["164.308(a)(5)(ii)(D)", "164.312(d)"]
#   judges: password_variety
#   expected: lower-case and upper-case letters, digits and symbols
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: "set require_lowercase_characters, require_uppercase_characters, require_numbers and require_symbols"
package hipaa.controls.access.password_variety

applies contains resource.address if {
	some resource in input.resources
	resource.facts.password_variety
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.password_variety.state == "all"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.password_variety.state == "some"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.password_variety.state == "unknown"
}
