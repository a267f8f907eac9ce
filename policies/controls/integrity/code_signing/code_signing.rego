# METADATA
# title: Functions run signed code only
# description: |
#   Without a signature any package that reaches the function runs.
# related_resources:
#   - ref: https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html
# custom:
#   severity: low
#   supports: ["164.312(c)(1)"]
#   judges: code_signing
#   profile: hygiene
#   expected: code that is not signed is refused
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: name a code_signing_config_arn, and set untrusted_artifact_on_deployment to Enforce
package hipaa.controls.integrity.code_signing

applies contains resource.address if {
	some resource in input.resources
	resource.facts.code_signing
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.code_signing.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.code_signing.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.code_signing.state == "unknown"
}
