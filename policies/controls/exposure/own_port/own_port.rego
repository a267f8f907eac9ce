# METADATA
# title: Databases listen on a port of their own
# description: |
#   Scanners try the ports of the engines first.
# related_resources:
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html
# custom:
#   severity: low
#   supports: ["164.312(a)(1)"]
#   judges: default_port
#   profile: hygiene
#   expected: "a port that is not the engine's default"
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set port to a number that no engine has by default
package hipaa.controls.exposure.own_port

applies contains resource.address if {
	some resource in input.resources
	resource.facts.default_port
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.default_port.state == "moved"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.default_port.state == "default"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.default_port.state == "unknown"
}
