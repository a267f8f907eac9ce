# METADATA
# title: Access is decided by policies alone, not by ACLs
# description: |
#   An ACL set on one object opens it without any policy saying so, and is seen by nobody who
#   reads the policies.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html
# custom:
#   severity: low
#   supports: ["164.312(a)(1)", "164.308(a)(3)(i)"]
#   judges: acl_disabled
#   expected: ACLs switched off
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: add an aws_s3_bucket_ownership_controls with object_ownership BucketOwnerEnforced
package hipaa.controls.exposure.acl_enabled

applies contains resource.address if {
	some resource in input.resources
	resource.facts.acl_disabled
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.acl_disabled.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.acl_disabled.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.acl_disabled.state == "unknown"
}
