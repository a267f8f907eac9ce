# METADATA
# title: Master users have names of their own
# description: |
#   Every tool that guesses passwords begins with admin and postgres.
# related_resources:
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html
# custom:
#   severity: low
#   supports: ["164.312(a)(1)"]
#   judges: admin_name
#   profile: hygiene
#   expected: a name that is no default
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: choose another name for the master user; the database is made anew
package hipaa.controls.access.admin_name

applies contains resource.address if {
	some resource in input.resources
	resource.facts.admin_name
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.admin_name.state == "chosen"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.admin_name.state == "default"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.admin_name.state == "unknown"
}
