# METADATA
# title: A bucket with a public policy is closed to strangers
# description: |
#   Only this setting disarms a public policy that already stands.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
# custom:
#   severity: medium
#   supports: ["164.312(a)(1)", "164.308(a)(3)(i)"]
#   judges: public_access_block
#   expected: restrict_public_buckets on
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set restrict_public_buckets = true
package hipaa.controls.exposure.restrict_public_buckets

# Where no setting is on, or that is unknown, exposure.public_access_block says so.
applies contains resource.address if {
	some resource in input.resources
	resource.facts.public_access_block.state in {"on", "partial"}
	resource.facts.public_access_block.restrict_public_buckets
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.public_access_block.restrict_public_buckets == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.public_access_block.restrict_public_buckets == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.public_access_block.restrict_public_buckets == "unknown"
}
