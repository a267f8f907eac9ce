# METADATA
# title: Each access to ePHI is logged
# description: |
#   Without a record of who reached the data, a disclosure can be neither found nor shown not to
#   have happened.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html
# custom:
#   severity: medium
#   supports: ["164.312(b)", "164.308(a)(1)(ii)(D)"]
#   judges: access_log
#   expected: access logging on
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: switch access logging on and send it to a bucket or log group of its own
package hipaa.controls.logging.access

applies contains resource.address if {
	some resource in input.resources
	resource.facts.access_log
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.access_log.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.access_log.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.access_log.state == "unknown"
}
