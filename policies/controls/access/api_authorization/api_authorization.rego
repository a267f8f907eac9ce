# METADATA
# title: APIs refuse callers who do not prove who they are
# description: |
#   A method without authorization answers everybody on the internet who knows its address.
# related_resources:
#   - ref: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html
# custom:
#   severity: high
#   supports: ["164.312(a)(1)", "164.312(d)"]
#   judges: authorization
#   expected: authorization required
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set an authorizer, AWS_IAM or a key that the API requires
package hipaa.controls.access.api_authorization

applies contains resource.address if {
	some resource in input.resources
	resource.facts.authorization
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.authorization.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.authorization.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.authorization.state == "unknown"
}
