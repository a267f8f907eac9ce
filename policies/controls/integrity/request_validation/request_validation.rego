# METADATA
# title: Methods validate requests
# description: |
#   What no validator checks arrives at the backend as the caller wrote it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html
# custom:
#   severity: low
#   supports: ["164.312(c)(1)"]
#   judges: request_validation
#   profile: hygiene
#   expected: a request validator
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set request_validator_id to an aws_api_gateway_request_validator
package hipaa.controls.integrity.request_validation

applies contains resource.address if {
	some resource in input.resources
	resource.facts.request_validation
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.request_validation.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.request_validation.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.request_validation.state == "unknown"
}
