# METADATA
# title: Every resource of AWS has a type that the atlas knows
# description: |
#   A type that the atlas does not know may hold ePHI in ways that nobody has looked at. Silence about
#   it would read as a pass.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/latest/docs
# custom:
#   severity: medium
#   supports: ["164.308(a)(1)(ii)(B)"]
#   judges: known_type
#   expected: a type of the atlas, or a label that says none
#   exception: [remediation]
#   remedy:
#     terraform: "take a version of phiward that knows the type, or label the resource none where it neither holds nor carries ePHI"
package hipaa.controls.scope.known_type

applies contains resource.address if {
	some resource in input.resources
	resource.facts.known_type
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.known_type.state == "known"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.known_type.state == "unknown"
}
