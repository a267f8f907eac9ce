# METADATA
# title: The trail's files can be shown to be unaltered
# description: |
#   A record that could have been edited without trace proves nothing.
# related_resources:
#   - ref: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html
# custom:
#   severity: medium
#   supports: ["164.312(c)(2)", "164.312(b)", "164.312(c)(1)"]
#   judges: trail_integrity
#   expected: log file validation on
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set enable_log_file_validation = true
package hipaa.controls.logging.trail_integrity

applies contains resource.address if {
	some resource in input.resources
	resource.facts.trail_integrity
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.trail_integrity.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.trail_integrity.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.trail_integrity.state == "unknown"
}
