# METADATA
# title: New public policies are refused
# description: |
#   While public policies are accepted, one wrong statement opens the whole bucket.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
# custom:
#   severity: medium
#   supports: ["164.312(a)(1)", "164.308(a)(3)(i)"]
#   judges: public_access_block
#   expected: block_public_policy on
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set block_public_policy = true
package hipaa.controls.exposure.block_public_policy

# Where no setting is on, or that is unknown, exposure.public_access_block says so.
applies contains resource.address if {
	some resource in input.resources
	resource.facts.public_access_block.state in {"on", "partial"}
	resource.facts.public_access_block.block_public_policy
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.public_access_block.block_public_policy == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.public_access_block.block_public_policy == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.public_access_block.block_public_policy == "unknown"
}
