# METADATA
# title: Keys lie in known accounts
# description: |
#   Whoever owns the key decides who may use it and can take it away; a key of an account that
#   nobody answers for puts the data in its hands.
# related_resources:
#   - ref: https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html
# custom:
#   severity: high
#   supports: ["164.312(a)(2)(iv)", "164.308(a)(7)(ii)(A)"]
#   judges: key_account
#   expected: a key of an account of the plan, or of one declared under accounts in phiward.yaml
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: "name a key of the own account, or declare the account of the key under accounts in phiward.yaml"
package hipaa.controls.keys.known_account

applies contains resource.address if {
	some resource in input.resources
	resource.facts.key_account
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.key_account.state == "known"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.key_account.state == "undeclared"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.key_account.state == "unknown"
}
