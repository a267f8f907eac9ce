# METADATA
# title: Objects have a lifecycle
# description: |
#   What nobody ends is kept for ever, replaced versions and pieces of broken uploads included.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html
# custom:
#   severity: low
#   supports: ["164.310(d)(2)(i)"]
#   judges: object_lifecycle
#   profile: hygiene
#   expected: "a rule of the lifecycle that is enabled"
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: "add an aws_s3_bucket_lifecycle_configuration with a rule that is Enabled"
package hipaa.controls.protection.object_lifecycle

applies contains resource.address if {
	some resource in input.resources
	resource.facts.object_lifecycle
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.object_lifecycle.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.object_lifecycle.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.object_lifecycle.state == "unknown"
}
