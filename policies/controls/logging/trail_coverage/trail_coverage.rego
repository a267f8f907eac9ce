# METADATA
# title: The trail records every Region and global services
# description: |
#   An attacker works in the Region that nobody watches.
# related_resources:
#   - ref: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/receive-cloudtrail-log-files-from-multiple-regions.html
# custom:
#   severity: high
#   supports: ["164.312(b)", "164.308(a)(1)(ii)(D)"]
#   judges: trail_coverage
#   expected: every Region and global services
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set is_multi_region_trail and include_global_service_events to true
package hipaa.controls.logging.trail_coverage

applies contains resource.address if {
	some resource in input.resources
	resource.facts.trail_coverage
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.trail_coverage.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.trail_coverage.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.trail_coverage.state == "unknown"
}
