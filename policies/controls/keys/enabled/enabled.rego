# METADATA
# title: Keys that encrypt ePHI can be used
# description: |
#   A disabled key makes everything it encrypted unreadable, backups included.
# related_resources:
#   - ref: https://docs.aws.amazon.com/kms/latest/developerguide/enabling-keys.html
# custom:
#   severity: high
#   supports: ["164.312(a)(2)(iv)", "164.308(a)(7)(i)"]
#   judges: key_enabled
#   expected: enabled
#   exception: remediation
#   remedy:
#     terraform: set is_enabled = true, or move the data to another key first
package hipaa.controls.keys.enabled

applies contains resource.address if {
	some resource in input.resources
	resource.facts.key_enabled
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.key_enabled.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.key_enabled.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.key_enabled.state == "unknown"
}
