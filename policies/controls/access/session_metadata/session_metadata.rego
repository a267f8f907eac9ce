# METADATA
# title: Instance credentials need a session token
# description: |
#   With version 1 of the metadata service one forged request through the instance hands its
#   credentials to the attacker.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html
# custom:
#   severity: high
#   supports: ["164.312(a)(1)", "164.312(d)"]
#   judges: metadata_service
#   expected: IMDSv2 required, or the service off
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: "set http_tokens = \"required\" in metadata_options"
package hipaa.controls.access.session_metadata

applies contains resource.address if {
	some resource in input.resources
	resource.facts.metadata_service
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.metadata_service.state == "session"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.metadata_service.state == "open"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.metadata_service.state == "unknown"
}
