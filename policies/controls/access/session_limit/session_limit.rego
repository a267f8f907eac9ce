# METADATA
# title: Sessions end after a working day
# description: |
#   A session without a near end outlives the shift, the device and the right to it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/appstream2/latest/developerguide/set-up-stacks-fleets.html
#   - ref: https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-working-max-duration.html
# custom:
#   severity: low
#   supports: ["164.312(a)(2)(iii)"]
#   judges: session_limit
#   expected: "at most {session_hours} hours"
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: limit the length of a session to the number expected or less
package hipaa.controls.access.session_limit

applies contains resource.address if {
	some resource in input.resources
	resource.facts.session_limit
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.session_limit.state == "known"
	resource.facts.session_limit.hours <= input.profile.session_hours
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.session_limit.state == "known"
	resource.facts.session_limit.hours > input.profile.session_hours
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.session_limit.state == "none"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.session_limit.state == "unknown"
}
