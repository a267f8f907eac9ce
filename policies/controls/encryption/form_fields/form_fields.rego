# METADATA
# title: Distributions encrypt fields of forms
# description: |
#   TLS ends at the edge: fields that only one application needs can stay encrypted on the way there.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/field-level-encryption.html
# custom:
#   severity: low
#   supports: ["164.312(a)(2)(iv)", "164.312(e)(2)(ii)"]
#   judges: field_encryption
#   profile: hygiene
#   expected: field-level encryption on a cache behaviour
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set field_level_encryption_id to an aws_cloudfront_field_level_encryption_config
package hipaa.controls.encryption.form_fields

applies contains resource.address if {
	some resource in input.resources
	resource.facts.field_encryption
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.field_encryption.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.field_encryption.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.field_encryption.state == "unknown"
}
