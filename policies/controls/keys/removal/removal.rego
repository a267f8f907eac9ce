# METADATA
# title: A plan that deletes a key leaves nothing behind that needs it
# description: |
#   Whatever lies under a deleted key can never be read again: stores, and the snapshots and recovery
#   points that were kept for the day of need. A new key for the store does not open what the old one closed.
# related_resources:
#   - ref: https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html
# custom:
#   severity: critical
#   supports: ["164.308(a)(7)(ii)(A)", "164.312(a)(2)(iv)", "164.312(c)(1)"]
#   judges: key_removal
#   expected: a key that nothing which stays was encrypted under
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: keep the key until what lies under it is gone, recovery points and snapshots too; set lifecycle prevent_destroy
package hipaa.controls.keys.removal

applies contains resource.address if {
	some resource in input.resources
	resource.facts.key_removal
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.key_removal.state == "unused"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.key_removal.state == "in-use"
}
