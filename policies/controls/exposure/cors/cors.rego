# METADATA
# title: Only named origins call from a browser
# description: |
#   With any origin allowed, every page that a user visits may call the endpoint from the browser
#   and read the answer.
# related_resources:
#   - ref: https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html
# custom:
#   severity: medium
#   supports: ["164.312(a)(1)", "164.312(e)(1)"]
#   judges: cors
#   expected: origins named one by one
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: name the origins of your own applications in allow_origins
package hipaa.controls.exposure.cors

applies contains resource.address if {
	some resource in input.resources
	resource.facts.cors
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.cors.state == "named"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.cors.state == "any"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.cors.state == "unknown"
}
