# METADATA
# title: Roles of other parties ask for an external id or a second factor
# description: |
#   Whoever acts for many customers can be made to act for the wrong one; an external id that only
#   this party knows, or a second factor of the person, prevents that.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html
# custom:
#   severity: medium
#   supports: ["164.312(d)", "164.308(a)(4)(ii)(B)"]
#   judges: external_trust
#   expected: a condition on sts:ExternalId or aws:MultiFactorAuthPresent
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: "add a condition of equality on sts:ExternalId, or aws:MultiFactorAuthPresent true; an account of our own is declared with own: true in phiward.yaml"
package hipaa.controls.access.external_trust

applies contains resource.address if {
	some resource in input.resources
	resource.facts.external_trust
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.external_trust.state == "guarded"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.external_trust.state == "bare"
}
