# METADATA
# title: Stores outlive the loss of a zone
# description: |
#   One instance or file system in one zone is gone with it until somebody restores it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZ.html
# custom:
#   severity: low
#   supports: ["164.308(a)(7)(ii)(C)", "164.308(a)(7)(i)"]
#   judges: zones
#   profile: hygiene
#   expected: a standby or a second instance in another zone
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set multi_az = true, give the cluster a second instance, or the file system a deployment over several zones
package hipaa.controls.availability.zones

applies contains resource.address if {
	some resource in input.resources
	resource.facts.zones
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.zones.state == "several"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.zones.state == "single"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.zones.state == "unknown"
}
