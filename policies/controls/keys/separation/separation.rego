# METADATA
# title: Nobody both administers a key and uses it on data
# description: |
#   Whoever may change a key's policy or delete the key holds everything it encrypts to ransom; who
#   also decrypts needs no accomplice. Custodians administer and cannot decrypt, users decrypt and
#   cannot administer.
# related_resources:
#   - ref: https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
#   - ref: https://docs.aws.amazon.com/kms/latest/developerguide/least-privilege.html
# custom:
#   severity: medium
#   supports: ["164.308(a)(4)(ii)(B)", "164.312(a)(1)", "164.312(a)(2)(iv)"]
#   judges: key_separation
#   expected: "custodians who administer, users who use, nobody who does both"
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: "write statements apart: custodians by aws:PrincipalArn with the administrative actions, users with kms:Decrypt and its like, by kms:ViaService where a service uses the key for them, and kms:CreateGrant with kms:GrantIsForAWSResource"
package hipaa.controls.keys.separation

applies contains resource.address if {
	some resource in input.resources
	resource.facts.key_separation
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.key_separation.state == "separated"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.key_separation.state == "mixed"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.key_separation.state == "unknown"
}
