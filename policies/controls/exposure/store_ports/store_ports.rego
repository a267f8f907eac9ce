# METADATA
# title: Security groups in front of a store open only its port
# description: |
#   Whoever may connect to a store needs the one port on which it speaks. Every further port, protocol or range
#   of ports is a way to something that nobody thought of: an agent, a console, the next engine behind the same group.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
# custom:
#   severity: medium
#   supports: ["164.312(a)(1)", "164.312(e)(1)"]
#   judges: store_ports
#   expected: only the port on which the store speaks
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: state protocol tcp and the port of the store in each rule, and keep groups of stores apart from those of compute
#     construct: open the way with `connect(member, store, store.port)`, which writes both rules
package hipaa.controls.exposure.store_ports

applies contains resource.address if {
	some resource in input.resources
	resource.facts.store_ports
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.store_ports.state == "own"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.store_ports.state == "more"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.store_ports.state == "unknown"
}
