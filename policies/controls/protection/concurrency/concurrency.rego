# METADATA
# title: Functions have a share of the concurrency
# description: |
#   One function that runs away takes the concurrency of all others in the account.
# related_resources:
#   - ref: https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html
# custom:
#   severity: low
#   supports: ["164.308(a)(7)(i)"]
#   judges: concurrency
#   profile: hygiene
#   expected: concurrency reserved
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set reserved_concurrent_executions
package hipaa.controls.protection.concurrency

applies contains resource.address if {
	some resource in input.resources
	resource.facts.concurrency
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.concurrency.state == "reserved"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.concurrency.state == "shared"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.concurrency.state == "unknown"
}
