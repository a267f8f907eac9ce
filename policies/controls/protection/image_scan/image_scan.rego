# METADATA
# title: Images are scanned for known weaknesses
# description: |
#   Images age while they lie; a scan tells which known weaknesses run on ePHI.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html
# custom:
#   severity: medium
#   supports: ["164.308(a)(1)(ii)(B)", "164.308(a)(5)(ii)(B)"]
#   judges: image_scan
#   expected: scanned on push, or all the time
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set scan_on_push of image_scanning_configuration, or scan the whole registry
package hipaa.controls.protection.image_scan

applies contains resource.address if {
	some resource in input.resources
	resource.facts.image_scan
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.image_scan.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.image_scan.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.image_scan.state == "unknown"
}
