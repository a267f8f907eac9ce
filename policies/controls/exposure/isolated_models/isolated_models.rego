# METADATA
# title: Models make no calls of their own
# description: |
#   A container of a model that may open connections can send what it is asked about anywhere that
#   its network leads.
# related_resources:
#   - ref: https://docs.aws.amazon.com/sagemaker/latest/dg/mkt-algo-model-internet-free.html
# custom:
#   severity: low
#   supports: ["164.312(a)(1)"]
#   judges: network_isolation
#   expected: network isolation on
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set enable_network_isolation
package hipaa.controls.exposure.isolated_models

applies contains resource.address if {
	some resource in input.resources
	resource.facts.network_isolation
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.network_isolation.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.network_isolation.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.network_isolation.state == "unknown"
}
