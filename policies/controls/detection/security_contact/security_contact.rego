# METADATA
# title: AWS knows whom to call about security
# description: |
#   AWS tells the contact for security of abuse and of exposed keys; without one it writes to whoever opened
#   the account.
# related_resources:
#   - ref: https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-update-contact-alternate.html
# custom:
#   severity: low
#   supports: ["164.308(a)(6)(ii)"]
#   judges: security_contact
#   expected: an alternate contact of the type SECURITY
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: add an aws_account_alternate_contact of the type SECURITY
package hipaa.controls.detection.security_contact

applies contains resource.address if {
	some resource in input.resources
	resource.facts.security_contact
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.security_contact.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.security_contact.state == "off"
}
