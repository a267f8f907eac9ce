# METADATA
# title: Network firewalls pass only what a rule names
# description: |
#   A firewall whose default is to pass, or that has no rules, inspects nothing and stops nobody.
# related_resources:
#   - ref: https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-policy-settings.html
# custom:
#   severity: medium
#   supports: ["164.308(a)(3)(i)", "164.312(a)(1)", "164.312(e)(1)"]
#   judges: firewall_default
#   expected: defaults that drop packets, or forward them to stateful rules
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set the stateless defaults to aws:drop or aws:forward_to_sfe, and name stateful rule groups
package hipaa.controls.exposure.firewall_default

applies contains resource.address if {
	some resource in input.resources
	resource.facts.firewall_default
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.firewall_default.state == "filtering"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.firewall_default.state == "passing"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.firewall_default.state == "unknown"
}
