# METADATA
# title: Platforms update themselves in a window
# description: |
#   A platform that nobody updates keeps the weaknesses that its newer versions have mended.
# related_resources:
#   - ref: https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environment-platform-update-managed.html
# custom:
#   severity: low
#   supports: ["164.308(a)(5)(ii)(B)"]
#   judges: platform_updates
#   profile: hygiene
#   expected: managed updates
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set ManagedActionsEnabled of aws:elasticbeanstalk:managedactions, with a window and a level
package hipaa.controls.protection.platform_updates

applies contains resource.address if {
	some resource in input.resources
	resource.facts.platform_updates
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.platform_updates.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.platform_updates.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.platform_updates.state == "unknown"
}
