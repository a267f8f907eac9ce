# METADATA
# title: Web ACLs refuse something
# description: |
#   An ACL without a rule that refuses lets every request through, and looks like protection in every list.
# related_resources:
#   - ref: https://docs.aws.amazon.com/waf/latest/developerguide/web-acl.html
# custom:
#   severity: medium
#   supports: ["164.308(a)(3)(i)", "164.312(a)(1)", "164.312(e)(1)"]
#   judges: web_acl_rules
#   expected: a rule or a default that refuses requests
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: add managed rule groups with override_action none, or rules whose action is block
package hipaa.controls.exposure.web_acl_rules

applies contains resource.address if {
	some resource in input.resources
	resource.facts.web_acl_rules
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.web_acl_rules.state == "guarded"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.web_acl_rules.state == "bare"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.web_acl_rules.state == "unknown"
}
