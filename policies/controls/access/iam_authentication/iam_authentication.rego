# METADATA
# title: Database users can prove themselves by short-lived tokens
# description: |
#   Tokens tied to one identity expire in minutes; shared database passwords neither expire nor
#   say who used them.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html
# custom:
#   severity: medium
#   supports: ["164.312(d)", "164.312(a)(2)(i)"]
#   judges: iam_authentication
#   expected: IAM authentication on
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set iam_database_authentication_enabled = true
package hipaa.controls.access.iam_authentication

applies contains resource.address if {
	some resource in input.resources
	resource.facts.iam_authentication
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.iam_authentication.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.iam_authentication.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.iam_authentication.state == "unknown"
}
