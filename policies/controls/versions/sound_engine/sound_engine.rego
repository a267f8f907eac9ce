# METADATA
# title: Database engines are past the flaws that read files of their host
# description: |
#   A user of the database could read credentials of the service beside it through the extension log_fdw.
# related_resources:
#   - ref: https://aws.amazon.com/security/security-bulletins/AWS-2022-004/
# custom:
#   severity: high
#   supports: ["164.308(a)(5)(ii)(B)", "164.308(a)(1)(ii)(B)"]
#   judges: engine_flaw
#   expected: a minor version that mends them
#   exception: [remediation]
#   remedy:
#     terraform: upgrade engine_version to the latest minor version, better to a supported major one
package hipaa.controls.versions.sound_engine

applies contains resource.address if {
	some resource in input.resources
	resource.facts.engine_flaw
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.engine_flaw.state == "fixed"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.engine_flaw.state == "flawed"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.engine_flaw.state == "unknown"
}
