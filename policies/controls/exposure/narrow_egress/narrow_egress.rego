# METADATA
# title: Security groups let out only what is named
# description: |
#   Who may connect to every address on every port can carry data out by any way there is.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
# custom:
#   severity: low
#   supports: ["164.312(e)(1)"]
#   judges: egress
#   profile: hygiene
#   expected: named ports, ranges or groups
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: name the port or the group that members call, instead of every port of 0.0.0.0/0
package hipaa.controls.exposure.narrow_egress

applies contains resource.address if {
	some resource in input.resources
	resource.facts.egress
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.egress.state == "narrow"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.egress.state == "open"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.egress.state == "unknown"
}
