# METADATA
# title: Instances act under a role
# description: |
#   Without a role, keys have to be copied to the machine, where they stay.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html
# custom:
#   severity: low
#   supports: ["164.312(a)(1)", "164.308(a)(4)(ii)(B)"]
#   judges: instance_profile
#   profile: hygiene
#   expected: an instance profile
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: name an iam_instance_profile
package hipaa.controls.access.instance_profile

applies contains resource.address if {
	some resource in input.resources
	resource.facts.instance_profile
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.instance_profile.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.instance_profile.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.instance_profile.state == "unknown"
}
