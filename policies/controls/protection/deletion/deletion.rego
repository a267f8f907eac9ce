# METADATA
# title: Stores that may hold ePHI refuse to be deleted
# description: |
#   Deletion protection turns a careless plan, or a stolen session, into an error message.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html
# custom:
#   severity: medium
#   supports: ["164.312(c)(1)", "164.308(a)(7)(i)"]
#   judges: deletion_protection
#   expected: deletion protection on
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set deletion_protection = true (deletion_protection_enabled on a table, enable_deletion_protection on a load balancer)
package hipaa.controls.protection.deletion

applies contains resource.address if {
	some resource in input.resources
	resource.facts.deletion_protection
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.deletion_protection.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.deletion_protection.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.deletion_protection.state == "unknown"
}
