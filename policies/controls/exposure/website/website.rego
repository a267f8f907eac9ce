# METADATA
# title: Buckets with ePHI answer no browser as websites
# description: |
#   A website of Amazon S3 speaks HTTP alone and shows objects to whoever asks: it is made to be public.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteEndpoints.html
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteHosting.html
# custom:
#   severity: medium
#   supports: ["164.312(e)(1)", "164.312(a)(1)"]
#   judges: website_hosting
#   expected: "no website of the bucket"
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: "remove the website, and let CloudFront read the bucket through an origin access control; label a bucket of public pages as free of ePHI"
package hipaa.controls.exposure.website

applies contains resource.address if {
	some resource in input.resources
	resource.facts.website_hosting
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.website_hosting.state == "off"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.website_hosting.state == "on"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.website_hosting.state == "unknown"
}
