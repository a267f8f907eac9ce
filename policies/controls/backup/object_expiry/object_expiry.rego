# METADATA
# title: Lifecycle rules keep objects and their versions long enough
# description: |
#   A lifecycle rule that deletes earlier versions after a day takes away what versioning is
#   for: the damage is noticed later.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-expire-general-considerations.html
# custom:
#   severity: medium
#   supports: ["164.308(a)(7)(ii)(A)", "164.312(c)(1)"]
#   judges: object_expiry
#   expected: "at least {backup_retention_days} days"
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: raise expiration and noncurrent_version_expiration of the lifecycle rule to the number expected or more
package hipaa.controls.backup.object_expiry

applies contains resource.address if {
	some resource in input.resources
	resource.facts.object_expiry
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.object_expiry.state == "kept"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.object_expiry.state == "known"
	resource.facts.object_expiry.days >= input.profile.backup_retention_days
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.object_expiry.state == "known"
	resource.facts.object_expiry.days < input.profile.backup_retention_days
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.object_expiry.state == "unknown"
}
