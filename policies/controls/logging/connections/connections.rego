# METADATA
# title: The database writes down who logs in and out
# description: |
#   Guessed and stolen passwords show in the log of connections, failed ones above all, before they show anywhere else.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Concepts.PostgreSQL.html
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.MySQL.Options.AuditPlugin.html
# custom:
#   severity: low
#   supports: ["164.308(a)(5)(ii)(C)", "164.312(b)"]
#   judges: connection_log
#   expected: connections and disconnections logged
#   exception: [addressable-decision, alternative-means, remediation]
#   remedy:
#     terraform: set log_connections and log_disconnections in the parameter group of PostgreSQL, or let the audit of MySQL take CONNECT
package hipaa.controls.logging.connections

applies contains resource.address if {
	some resource in input.resources
	resource.facts.connection_log
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.connection_log.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.connection_log.state in {"partial", "off"}
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.connection_log.state == "unknown"
}
