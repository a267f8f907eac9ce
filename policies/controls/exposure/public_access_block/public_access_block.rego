# METADATA
# title: Public access is blocked whatever policies and ACLs say
# description: |
#   The block is the second line: it keeps a bucket closed when a later policy or ACL is wrong.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
# custom:
#   severity: high
#   supports: ["164.312(a)(1)", "164.308(a)(3)(i)"]
#   judges: public_access_block
#   expected: public access blocked, all settings on
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: add an aws_s3_bucket_public_access_block with all four settings true, or switch on the block of the service
package hipaa.controls.exposure.public_access_block

# Where only some settings are on, each has a control of its own.
applies contains resource.address if {
	some resource in input.resources
	resource.facts.public_access_block
	not _partly(resource.facts.public_access_block)
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.public_access_block.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.public_access_block.state in {"partial", "off"}
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.public_access_block.state == "unknown"
}

_partly(block) if {
	block.state == "partial"
	block.block_public_acls
}
