# METADATA
# title: Web ACLs refuse requests known to exploit
# description: |
#   Requests that exploit Log4j and its like are known, and AWS keeps a group of rules against them.
# related_resources:
#   - ref: https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html
# custom:
#   severity: low
#   supports: ["164.308(a)(5)(ii)(B)", "164.312(a)(1)"]
#   judges: known_bad_inputs
#   profile: hygiene
#   expected: AWSManagedRulesKnownBadInputsRuleSet among the rules that refuse
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: add a rule with the managed rule group AWSManagedRulesKnownBadInputsRuleSet and override_action none
package hipaa.controls.exposure.known_attacks

applies contains resource.address if {
	some resource in input.resources
	resource.facts.known_bad_inputs
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.known_bad_inputs.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.known_bad_inputs.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.known_bad_inputs.state == "unknown"
}
