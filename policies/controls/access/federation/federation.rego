# METADATA
# title: SAML providers carry the certificate of the directory
# description: |
#   Without it no assertion of the directory can be checked, nobody can sign in, and passwords of IAM users come back.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml.html
# custom:
#   severity: low
#   supports: ["164.312(d)"]
#   judges: federation
#   profile: hygiene
#   expected: metadata of an identity provider with its certificate
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set saml_metadata_document to the metadata that the identity provider publishes
package hipaa.controls.access.federation

applies contains resource.address if {
	some resource in input.resources
	resource.facts.federation
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.federation.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.federation.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.federation.state == "unknown"
}
