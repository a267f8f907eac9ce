# METADATA
# title: Buckets refuse uploads under another key
# description: |
#   An upload may name any key. Under that of a stranger the object is his to give or to withhold:
#   whoever can write can hold the bucket to ransom, without deleting anything.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
# custom:
#   severity: low
#   supports: ["164.312(a)(2)(iv)", "164.312(c)(1)"]
#   judges: upload_key
#   expected: a Deny on s3:PutObject under another key
#   exception: [addressable-decision, alternative-means, remediation]
#   remedy:
#     terraform: "deny s3:PutObject to everyone where s3:x-amz-server-side-encryption-aws-kms-key-id is named and is not the bucket's key"
package hipaa.controls.encryption.upload_key

applies contains resource.address if {
	some resource in input.resources
	resource.facts.upload_key
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.upload_key.state == "pinned"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.upload_key.state == "open"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.upload_key.state == "unknown"
}
