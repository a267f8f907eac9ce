# METADATA
# title: ePHI and its copies lie in allowed Regions only
# description: |
#   Contracts with patients, payers and states name where records may lie, and what watches over them (trails, detectors, backups)
#   is switched on by Region. A store elsewhere is outside of both, and nobody looks for it there.
# related_resources:
#   - ref: https://docs.aws.amazon.com/controltower/latest/controlreference/primary-region-deny-policy.html
#   - ref: https://docs.aws.amazon.com/whitepapers/latest/architecting-hipaa-security-and-compliance-on-aws/architecting-hipaa-security-and-compliance-on-aws.html
# custom:
#   severity: high
#   supports: ["164.308(a)(1)(ii)(B)"]
#   judges: region
#   expected: a Region that regions in phiward.yaml lists
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: "give the resource, or the copy, a Region that is allowed; or list its Region under regions in phiward.yaml"
package hipaa.controls.scope.allowed_region

applies contains resource.address if {
	some resource in input.resources
	resource.facts.region
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.region.state == "allowed"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.region.state == "elsewhere"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.region.state == "unknown"
}
