# METADATA
# title: Distributions name a root object
# description: |
#   Without one a request for the bare name may be answered with the list of what the origin holds.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DefaultRootObject.html
# custom:
#   severity: low
#   supports: ["164.312(a)(1)"]
#   judges: root_object
#   profile: hygiene
#   expected: a default root object
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set default_root_object
package hipaa.controls.exposure.root_object

applies contains resource.address if {
	some resource in input.resources
	resource.facts.root_object
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.root_object.state == "named"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.root_object.state == "none"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.root_object.state == "unknown"
}
