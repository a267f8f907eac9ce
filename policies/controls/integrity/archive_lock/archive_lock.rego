# METADATA
# title: Nobody can delete or alter the archive of trails
# description: |
#   Whoever takes an account deletes its trail first. Objects locked in compliance mode outlast even
#   the root user.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html
#   - ref: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html
# custom:
#   severity: medium
#   supports: ["164.312(c)(1)", "164.312(b)", "164.316(b)(2)(i)"]
#   judges: object_lock
#   expected: "Object Lock in compliance mode for at least {log_retention_days} days"
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: "add an aws_s3_bucket_object_lock_configuration with a default_retention in mode COMPLIANCE for the number expected or more; server access logs then need a bucket of their own"
package hipaa.controls.integrity.archive_lock

applies contains resource.address if {
	some resource in input.resources
	resource.facts.object_lock
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.object_lock.state == "compliance"
	resource.facts.object_lock.days >= input.profile.log_retention_days
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.object_lock.state == "compliance"
	resource.facts.object_lock.days < input.profile.log_retention_days
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.object_lock.state in {"governance", "none"}
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.object_lock.state == "unknown"
}
