# METADATA
# title: Default security groups have no rules
# description: |
#   Every network is born with a security group that holds whoever names none. A rule there opens what somebody forgot, and nobody
#   looks for it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html
# custom:
#   severity: medium
#   supports: ["164.312(a)(1)", "164.312(e)(1)"]
#   judges: default_security_group
#   expected: no rules in the default group
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: declare aws_default_security_group without ingress and egress, and give what needs rules a group of its own
package hipaa.controls.exposure.closed_default_group

applies contains resource.address if {
	some resource in input.resources
	resource.facts.default_security_group
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.default_security_group.state == "closed"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.default_security_group.state == "open"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.default_security_group.state == "unknown"
}
