# METADATA
# title: Engines take minor upgrades by themselves
# description: |
#   Minor versions bring the security patches; one that waits for somebody to ask for it is installed late or never.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html
# custom:
#   severity: low
#   supports: ["164.308(a)(5)(ii)(B)", "164.308(a)(1)(ii)(B)"]
#   judges: minor_upgrades
#   expected: minor upgrades installed by themselves
#   exception: [addressable-decision, alternative-means, remediation]
#   remedy:
#     terraform: set auto_minor_version_upgrade = true
package hipaa.controls.versions.minor_upgrades

applies contains resource.address if {
	some resource in input.resources
	resource.facts.minor_upgrades
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.minor_upgrades.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.minor_upgrades.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.minor_upgrades.state == "unknown"
}
