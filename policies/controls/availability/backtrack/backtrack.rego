# METADATA
# title: Aurora MySQL clusters can be set back in place
# description: |
#   Undoing a mistaken change within minutes spares a restore.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Managing.Backtrack.html
# custom:
#   severity: low
#   supports: ["164.308(a)(7)(ii)(B)"]
#   judges: backtrack
#   profile: hygiene
#   expected: a backtrack window
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set backtrack_window to the seconds that a mistake may go unnoticed
package hipaa.controls.availability.backtrack

applies contains resource.address if {
	some resource in input.resources
	resource.facts.backtrack
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.backtrack.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.backtrack.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.backtrack.state == "unknown"
}
