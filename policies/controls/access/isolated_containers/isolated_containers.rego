# METADATA
# title: Containers are kept apart from their host
# description: |
#   A container with the privileges, the process list or, as root, the network of its host can reach
#   every other container on it and the credentials of the machine.
# related_resources:
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html
#   - ref: https://docs.aws.amazon.com/batch/latest/userguide/job_definition_parameters.html
# custom:
#   severity: high
#   supports: ["164.312(a)(1)", "164.308(a)(4)(ii)(B)"]
#   judges: container_isolation
#   expected: no privileges, processes or root on the network of the host
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: leave privileged and pid_mode out, use the network mode awsvpc, and name a user other than root
package hipaa.controls.access.isolated_containers

applies contains resource.address if {
	some resource in input.resources
	resource.facts.container_isolation
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.container_isolation.state == "isolated"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.container_isolation.state == "shared"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.container_isolation.state == "unknown"
}
