# METADATA
# title: Overwritten and deleted objects can be had back
# description: |
#   Versions undo a mistaken or malicious overwrite, and show what was there before.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html
# custom:
#   severity: medium
#   supports: ["164.312(c)(1)", "164.308(a)(7)(ii)(A)"]
#   judges: versioning
#   expected: versioning on
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: add an aws_s3_bucket_versioning with status Enabled
package hipaa.controls.integrity.versioning

applies contains resource.address if {
	some resource in input.resources
	resource.facts.versioning
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.versioning.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.versioning.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.versioning.state == "unknown"
}
