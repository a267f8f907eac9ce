# METADATA
# title: Tasks act under a role of their own
# description: |
#   The execution role pulls images and reads the secrets that start a task. A container that runs
#   under it can do the same, for every task that shares the role.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
#   - ref: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html
# custom:
#   severity: low
#   supports: ["164.308(a)(4)(ii)(B)", "164.312(a)(1)"]
#   judges: task_role
#   expected: a task role other than the execution role
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: give the task a role with what its containers need, and keep the execution role for starting it
package hipaa.controls.access.task_role

applies contains resource.address if {
	some resource in input.resources
	resource.facts.task_role
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.task_role.state == "separate"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.task_role.state == "shared"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.task_role.state == "unknown"
}
