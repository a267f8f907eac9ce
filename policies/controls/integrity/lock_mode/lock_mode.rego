# METADATA
# title: Locks of objects hold
# description: |
#   A lock in governance mode is lifted by whoever may, and one of a day is over before an intrusion
#   is found; both look like a lock.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-managing.html
# custom:
#   severity: low
#   supports: ["164.312(c)(1)", "164.308(a)(7)(ii)(A)"]
#   judges: lock_mode
#   expected: "Object Lock in compliance mode for at least {lock_min_days} days"
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: "set default_retention to mode COMPLIANCE for the number expected or more"
package hipaa.controls.integrity.lock_mode

applies contains resource.address if {
	some resource in input.resources
	resource.facts.lock_mode
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.lock_mode.state == "compliance"
	resource.facts.lock_mode.days >= input.profile.lock_min_days
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.lock_mode.state == "compliance"
	resource.facts.lock_mode.days < input.profile.lock_min_days
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.lock_mode.state in {"governance", "none"}
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.lock_mode.state == "unknown"
}
