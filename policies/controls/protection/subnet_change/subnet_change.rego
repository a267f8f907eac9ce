# METADATA
# title: Subnets of firewalls cannot be changed by one call
# description: |
#   One call that takes a subnet away lets its traffic pass uninspected, or stops it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-updating.html
# custom:
#   severity: low
#   supports: ["164.308(a)(7)(i)", "164.312(c)(1)"]
#   judges: subnet_change
#   profile: hygiene
#   expected: subnet change protection
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set subnet_change_protection = true
package hipaa.controls.protection.subnet_change

applies contains resource.address if {
	some resource in input.resources
	resource.facts.subnet_change
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.subnet_change.state == "refused"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.subnet_change.state == "allowed"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.subnet_change.state == "unknown"
}
