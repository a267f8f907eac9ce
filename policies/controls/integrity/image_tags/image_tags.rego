# METADATA
# title: Image tags cannot be moved
# description: |
#   Whoever may push can put another image under a tag that is already in use, and the next task
#   that starts runs it on ePHI.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html
# custom:
#   severity: medium
#   supports: ["164.312(c)(1)"]
#   judges: image_tags
#   expected: tags that cannot be overwritten
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set image_tag_mutability to IMMUTABLE
package hipaa.controls.integrity.image_tags

applies contains resource.address if {
	some resource in input.resources
	resource.facts.image_tags
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.image_tags.state == "immutable"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.image_tags.state == "mutable"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.image_tags.state == "unknown"
}
