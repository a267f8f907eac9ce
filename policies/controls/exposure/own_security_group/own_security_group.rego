# METADATA
# title: What stands in a network names its security groups
# description: |
#   Who names no security group gets the default one of the network, in which all members may talk to each other
#   on every port, and which nobody in particular looks after.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html
# custom:
#   severity: medium
#   supports: ["164.312(a)(1)", "164.312(e)(1)"]
#   judges: security_groups
#   expected: security groups of its own
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: name a security group that lets in only who needs to connect
package hipaa.controls.exposure.own_security_group

applies contains resource.address if {
	some resource in input.resources
	resource.facts.security_groups
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.security_groups.state == "named"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.security_groups.state == "default"
}
