# METADATA
# title: Analyzers look for what outsiders may reach
# description: |
#   An analyzer of unused permissions alone does not say which bucket, key or role another account can use.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/what-is-access-analyzer.html
# custom:
#   severity: low
#   supports: ["164.308(a)(1)(ii)(D)"]
#   judges: access_analyzer
#   profile: hygiene
#   expected: an analyzer of external access
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set type to ACCOUNT or ORGANIZATION, or add a second analyzer of that type
package hipaa.controls.detection.external_access

applies contains resource.address if {
	some resource in input.resources
	resource.facts.access_analyzer
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.access_analyzer.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.access_analyzer.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.access_analyzer.state == "unknown"
}
