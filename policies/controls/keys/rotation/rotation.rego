# METADATA
# title: Customer managed keys rotate by themselves
# description: |
#   Rotation limits how much data one key has encrypted and does not depend on anybody
#   remembering it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html
# custom:
#   severity: medium
#   supports: ["164.312(a)(2)(iv)"]
#   judges: key_rotation
#   expected: rotation on
#   exception: [addressable-decision, alternative-means, remediation]
#   remedy:
#     terraform: set enable_key_rotation = true
package hipaa.controls.keys.rotation

applies contains resource.address if {
	some resource in input.resources
	resource.facts.key_rotation
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.key_rotation.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.key_rotation.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.key_rotation.state == "unknown"
}
