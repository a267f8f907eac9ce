# METADATA
# title: The engine exports every audit log that it offers
# description: |
#   A log type left out is the one that shows what happened: errors without logins, or logins
#   without statements.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch.html
#   - ref: https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html
# custom:
#   severity: low
#   supports: ["164.312(b)", "164.308(a)(1)(ii)(D)"]
#   judges: audit_log
#   expected: all audit log types exported
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: add the missing log types to those exported
package hipaa.controls.logging.complete_audit

# The lack of logs is judged by logging.audit, as are unknown ones.
applies contains resource.address if {
	some resource in input.resources
	resource.facts.audit_log
	not resource.facts.audit_log.state in {"off", "unknown"}
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
	resource.facts.audit_log.state == "partial"
}
