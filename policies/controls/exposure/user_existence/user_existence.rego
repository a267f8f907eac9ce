# METADATA
# title: Sign-in does not tell who has an account
# description: |
#   A sign-in page that answers differently for unknown users tells anyone whether somebody is a
#   patient.
# related_resources:
#   - ref: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html
# custom:
#   severity: low
#   supports: ["164.312(a)(1)"]
#   judges: user_existence
#   expected: the same answer whether or not the user exists
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set prevent_user_existence_errors to ENABLED
package hipaa.controls.exposure.user_existence

applies contains resource.address if {
	some resource in input.resources
	resource.facts.user_existence
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.user_existence.state == "hidden"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.user_existence.state == "shown"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.user_existence.state == "unknown"
}
