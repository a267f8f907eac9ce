# METADATA
# title: The database writes down the statements it runs
# description: |
#   Who read which record is shown only by the statements; connection and error logs do not hold
#   them.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Concepts.PostgreSQL.html
# custom:
#   severity: low
#   supports: ["164.312(b)", "164.308(a)(1)(ii)(D)"]
#   judges: statement_log
#   expected: all statements logged
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: "set the statement log of the engine in its parameter group: log_statement or pgaudit for PostgreSQL, the audit plugin for MySQL"
package hipaa.controls.logging.statements

applies contains resource.address if {
	some resource in input.resources
	resource.facts.statement_log
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.statement_log.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.statement_log.state in {"partial", "off"}
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.statement_log.state == "unknown"
}
