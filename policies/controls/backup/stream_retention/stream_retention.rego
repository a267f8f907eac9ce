# METADATA
# title: Streams keep their records long enough to be read again
# description: |
#   What a consumer missed while it was down is gone once the stream has let go of it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/streams/latest/dev/kinesis-extended-retention.html
# custom:
#   severity: low
#   supports: ["164.308(a)(7)(ii)(A)"]
#   judges: stream_retention
#   profile: hygiene
#   expected: "at least {stream_retention_days} days"
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set retention_period, in hours, to the days expected or more
package hipaa.controls.backup.stream_retention

applies contains resource.address if {
	some resource in input.resources
	resource.facts.stream_retention
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.stream_retention.state == "known"
	resource.facts.stream_retention.days >= input.profile.stream_retention_days
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.stream_retention.state == "known"
	resource.facts.stream_retention.days < input.profile.stream_retention_days
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.stream_retention.state == "unknown"
}
