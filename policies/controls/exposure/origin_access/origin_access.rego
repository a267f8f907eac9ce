# METADATA
# title: Buckets behind distributions know who asks
# description: |
#   CloudFront asks a bucket anonymously unless it is given an identity, so that the bucket has to be open
#   to everybody, past the distribution and its rules.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
# custom:
#   severity: high
#   supports: ["164.308(a)(3)(i)", "164.312(a)(1)", "164.312(e)(1)"]
#   judges: origin_access
#   expected: an origin access control or an origin access identity on each S3 origin
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set origin_access_control_id on the origin, and let the bucket policy allow this distribution only
package hipaa.controls.exposure.origin_access

applies contains resource.address if {
	some resource in input.resources
	resource.facts.origin_access
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.origin_access.state == "identified"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.origin_access.state == "anonymous"
}
