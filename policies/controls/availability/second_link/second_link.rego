# METADATA
# title: Direct Connect has a second link
# description: |
#   One link is one cable under one excavator.
# related_resources:
#   - ref: https://docs.aws.amazon.com/directconnect/latest/UserGuide/high_resiliency.html
# custom:
#   severity: low
#   supports: ["164.308(a)(7)(i)", "164.308(a)(7)(ii)(C)"]
#   judges: second_link
#   profile: hygiene
#   expected: a second connection at another location, a second interface over another connection
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: add a connection at another location, and an interface over it to the same gateway
package hipaa.controls.availability.second_link

applies contains resource.address if {
	some resource in input.resources
	resource.facts.second_link
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.second_link.state == "several"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.second_link.state == "one"
}
