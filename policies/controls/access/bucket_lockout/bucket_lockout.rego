# METADATA
# title: Bucket policies leave somebody who can change them
# description: |
#   A refusal to everyone without any condition holds for administrators too. In an emergency the bucket's data is out of reach until
#   the root user of the account is found.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html
# custom:
#   severity: medium
#   supports: ["164.312(a)(2)(ii)", "164.308(a)(4)(ii)(C)"]
#   judges: bucket_lockout
#   expected: administrators may change the policy
#   exception: [addressable-decision, alternative-means, remediation]
#   remedy:
#     terraform: give the Deny a condition, or take s3:PutBucketPolicy and s3:DeleteBucketPolicy out of it
package hipaa.controls.access.bucket_lockout

applies contains resource.address if {
	some resource in input.resources
	resource.facts.bucket_lockout
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.bucket_lockout.state == "reachable"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.bucket_lockout.state == "locked"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.bucket_lockout.state == "unknown"
}
