# METADATA
# title: New objects are locked by default
# description: |
#   Locked versions outlast whoever empties the bucket, and whoever encrypts it for a ransom.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html
# custom:
#   severity: low
#   supports: ["164.312(c)(1)", "164.308(a)(7)(ii)(A)"]
#   judges: default_lock
#   profile: hygiene
#   expected: "Object Lock with a default retention"
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: "set object_lock_enabled, and add an aws_s3_bucket_object_lock_configuration with a default_retention"
package hipaa.controls.integrity.object_lock

applies contains resource.address if {
	some resource in input.resources
	resource.facts.default_lock
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.default_lock.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.default_lock.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.default_lock.state == "unknown"
}
