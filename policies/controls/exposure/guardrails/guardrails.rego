# METADATA
# title: Agents and guardrails hold sensitive words back
# description: |
#   A model repeats what it has read; a guardrail with a filter for sensitive information masks or
#   blocks it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-sensitive-filters.html
# custom:
#   severity: low
#   supports: ["164.312(a)(1)"]
#   judges: guardrails
#   profile: hygiene
#   expected: a guardrail with a filter for sensitive information
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: give the agent a guardrail, and the guardrail a sensitive_information_policy_config
package hipaa.controls.exposure.guardrails

applies contains resource.address if {
	some resource in input.resources
	resource.facts.guardrails
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.guardrails.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.guardrails.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.guardrails.state == "unknown"
}
