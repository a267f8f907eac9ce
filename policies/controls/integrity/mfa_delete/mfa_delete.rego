# METADATA
# title: Deleting versions asks for a second factor
# description: |
#   Versions keep what was there before; whoever took a key of the account can delete them for good.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiFactorAuthenticationDelete.html
# custom:
#   severity: low
#   supports: ["164.312(c)(1)", "164.312(d)"]
#   judges: mfa_delete
#   profile: hygiene
#   expected: "MFA delete switched on"
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: "set mfa_delete = Enabled, as the root user, or lock the objects instead"
package hipaa.controls.integrity.mfa_delete

applies contains resource.address if {
	some resource in input.resources
	resource.facts.mfa_delete
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.mfa_delete.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.mfa_delete.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.mfa_delete.state == "unknown"
}
