# METADATA
# title: The engine exports audit logs of its own
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
#   expected: audit logs exported
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: export the log types that the engine offers to CloudWatch Logs, and switch auditing on in its parameter group
package hipaa.controls.logging.audit

# Logs that are exported only in part are judged by logging.complete_audit.
applies contains resource.address if {
	some resource in input.resources
	resource.facts.audit_log.state != "partial"
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.audit_log.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.audit_log.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.audit_log.state == "unknown"
}
