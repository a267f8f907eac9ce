# METADATA
# title: No image, snapshot or document is shared with every account
# description: |
#   A snapshot shared with everyone is a full copy of the data that any AWS account can restore.
# related_resources:
#   - ref: https://docs.aws.amazon.com/ebs/latest/userguide/ebs-modifying-snapshot-permissions.html
# custom:
#   severity: critical
#   supports: ["164.312(a)(1)", "164.308(a)(3)(i)", "164.308(a)(4)(ii)(B)"]
#   judges: sharing
#   expected: shared with named accounts or nobody
#   exception: never
#   remedy:
#     terraform: remove the group all and share with account ids that the register knows
package hipaa.controls.exposure.shared_publicly

applies contains resource.address if {
	some resource in input.resources
	resource.facts.sharing
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.sharing.state == "private"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.sharing.state == "public"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.sharing.state == "unknown"
}
