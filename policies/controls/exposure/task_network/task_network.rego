# METADATA
# title: Tasks have a network interface of their own
# description: |
#   Tasks that share the interface of their host share its security groups too, so that none can be
#   closed for one alone.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking.html
# custom:
#   severity: low
#   supports: ["164.312(a)(1)"]
#   judges: task_network
#   profile: hygiene
#   expected: the network mode awsvpc
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set network_mode to awsvpc
package hipaa.controls.exposure.task_network

applies contains resource.address if {
	some resource in input.resources
	resource.facts.task_network
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.task_network.state == "own"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.task_network.state == "shared"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.task_network.state == "unknown"
}
