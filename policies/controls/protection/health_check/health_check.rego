# METADATA
# title: Groups behind a load balancer ask it for health
# description: |
#   A machine that runs but does not answer is replaced only where the load balancer is asked.
# related_resources:
#   - ref: https://docs.aws.amazon.com/autoscaling/ec2/userguide/health-checks-overview.html
# custom:
#   severity: low
#   supports: ["164.308(a)(7)(i)"]
#   judges: health_check
#   profile: hygiene
#   expected: the health check of the load balancer
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set health_check_type to ELB
package hipaa.controls.protection.health_check

applies contains resource.address if {
	some resource in input.resources
	resource.facts.health_check
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.health_check.state == "load-balancer"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.health_check.state == "machine"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.health_check.state == "unknown"
}
