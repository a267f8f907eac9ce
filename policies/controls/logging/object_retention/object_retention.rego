# METADATA
# title: Lifecycle rules keep logs in buckets long enough
# description: |
#   An intrusion is often found months later; logs that a lifecycle rule deleted cannot tell of
#   it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-expire-general-considerations.html
# custom:
#   severity: medium
#   supports: ["164.312(b)", "164.308(a)(1)(ii)(D)"]
#   judges: log_expiry
#   expected: "at least {log_retention_days} days"
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: raise expiration of the lifecycle rule to the number expected or more
package hipaa.controls.logging.object_retention

applies contains resource.address if {
	some resource in input.resources
	resource.facts.log_expiry
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.log_expiry.state == "kept"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.log_expiry.state == "known"
	resource.facts.log_expiry.days >= input.profile.log_retention_days
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.log_expiry.state == "known"
	resource.facts.log_expiry.days < input.profile.log_retention_days
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.log_expiry.state == "unknown"
}
