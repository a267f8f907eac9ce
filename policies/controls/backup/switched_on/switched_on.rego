# METADATA
# title: What was set up to make copies is switched on
# description: |
#   A replication or a snapshot policy that is switched off looks like a second copy until
#   somebody needs it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-add-config.html
#   - ref: https://docs.aws.amazon.com/dlm/latest/APIReference/API_CreateLifecyclePolicy.html
# custom:
#   severity: medium
#   supports: ["164.308(a)(7)(ii)(A)"]
#   judges: copying
#   expected: "a rule that is enabled, under a role that the service may take"
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: "set status (of a replication rule) to Enabled or state (of a snapshot policy) to ENABLED, and name a role that trusts the service"
package hipaa.controls.backup.switched_on

applies contains resource.address if {
	some resource in input.resources
	resource.facts.copying
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.copying.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.copying.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.copying.state == "unknown"
}
