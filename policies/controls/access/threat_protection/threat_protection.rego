# METADATA
# title: Signs of stolen passwords stop a sign-in
# description: |
#   Passwords stolen elsewhere are tried everywhere; threat protection refuses those that are known
#   to be stolen.
# related_resources:
#   - ref: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html
# custom:
#   severity: low
#   supports: ["164.308(a)(5)(ii)(C)", "164.312(d)"]
#   judges: threat_protection
#   profile: hygiene
#   expected: threat protection that blocks
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set advanced_security_mode to ENFORCED, and the action of a risk configuration to BLOCK
package hipaa.controls.access.threat_protection

applies contains resource.address if {
	some resource in input.resources
	resource.facts.threat_protection
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.threat_protection.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.threat_protection.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.threat_protection.state == "unknown"
}
