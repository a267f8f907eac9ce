# METADATA
# title: Master passwords of databases stand in no state file
# description: |
#   Whoever reads the state, its backups or its history has the password of a user who may read and drop everything, and
#   nobody rotates it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html
# custom:
#   severity: medium
#   supports: ["164.308(a)(5)(ii)(D)", "164.312(d)", "164.312(a)(1)"]
#   judges: managed_password
#   expected: a password that the service makes and rotates, or a write-only argument
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set manage_master_user_password = true, or give the password by the write-only argument
package hipaa.controls.secrets.managed_password

applies contains resource.address if {
	some resource in input.resources
	resource.facts.managed_password
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.managed_password.state in {"managed", "unstored"}
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.managed_password.state in {"stored", "none"}
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.managed_password.state == "unknown"
}
