# METADATA
# title: "Processes and load of a database's operating system are recorded"
# description: |
#   A process that does not belong, or a load that nobody ordered, is seen only where somebody records it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.html
# custom:
#   severity: low
#   supports: ["164.312(b)"]
#   judges: os_monitoring
#   expected: enhanced monitoring on
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set monitoring_interval = 60 and name the role that writes the metrics in monitoring_role_arn
package hipaa.controls.logging.os_monitoring

applies contains resource.address if {
	some resource in input.resources
	resource.facts.os_monitoring
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.os_monitoring.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.os_monitoring.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.os_monitoring.state == "unknown"
}
