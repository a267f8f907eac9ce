# METADATA
# title: Stores that may hold ePHI are encrypted at rest
# description: |
#   An unencrypted store leaves ePHI readable from the disk, every snapshot and every replica,
#   and takes away the exemption from breach notification.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-encryption.html
# custom:
#   severity: critical
#   supports: ["164.312(a)(2)(iv)"]
#   judges: encryption
#   expected: encrypted at rest
#   exception: [addressable-decision, remediation]
#   remedy:
#     terraform: switch encryption on; for most databases this replaces the store, so restore it from an encrypted snapshot copy
package hipaa.controls.encryption.at_rest

applies contains resource.address if {
	some resource in input.resources
	resource.facts.encryption
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.encryption.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.encryption.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.encryption.state == "unknown"
}
