# METADATA
# title: Replication overwrites no store
# description: |
#   A store that replication may overwrite loses what it holds to whoever can name it as a
#   destination.
# related_resources:
#   - ref: https://docs.aws.amazon.com/efs/latest/ug/efs-replication.html
#   - ref: https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets.html
# custom:
#   severity: medium
#   supports: ["164.312(c)(1)"]
#   judges: overwrite_protection
#   expected: replication refused where data is
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: leave replication_overwrite of protection at ENABLED, and force_overwrite_replica_secret out
package hipaa.controls.integrity.overwrite

applies contains resource.address if {
	some resource in input.resources
	resource.facts.overwrite_protection
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.overwrite_protection.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.overwrite_protection.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.overwrite_protection.state == "unknown"
}
