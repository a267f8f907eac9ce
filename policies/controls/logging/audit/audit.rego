# METADATA
# title: The engine's own audit logs are exported
# description: |
#   The cloud's logs see calls, not queries: only the engine's log shows who read which records,
#   and logs left on the engine vanish with it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch.html
#   - ref: https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html
# custom:
#   severity: medium
#   supports: ["164.312(b)", "164.308(a)(1)(ii)(D)"]
#   judges: audit_log
#   expected: all audit logs exported
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: export every audit log type that the engine offers to CloudWatch Logs, and switch auditing on in its parameter group
package hipaa.controls.logging.audit

applies contains resource.address if {
	some resource in input.resources
	resource.facts.audit_log
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.audit_log.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.audit_log.state in {"partial", "off"}
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.audit_log.state == "unknown"
}
