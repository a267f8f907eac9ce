# METADATA
# title: Tables grow with what is asked of them
# description: |
#   A table with a fixed capacity refuses what goes beyond it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html
# custom:
#   severity: low
#   supports: ["164.308(a)(7)(i)", "164.308(a)(7)(ii)(C)"]
#   judges: table_capacity
#   profile: hygiene
#   expected: capacity on demand, or scaled
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set billing_mode to PAY_PER_REQUEST, or add targets of application autoscaling
package hipaa.controls.protection.table_capacity

applies contains resource.address if {
	some resource in input.resources
	resource.facts.table_capacity
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.table_capacity.state == "adapts"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.table_capacity.state == "fixed"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.table_capacity.state == "unknown"
}
