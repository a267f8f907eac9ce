# METADATA
# title: Builds have no privileges over their host
# description: |
#   A privileged build can do what the machine can, with whatever code it was given.
# related_resources:
#   - ref: https://docs.aws.amazon.com/codebuild/latest/userguide/change-project-console.html
# custom:
#   severity: low
#   supports: ["164.312(a)(1)"]
#   judges: build_privileges
#   profile: hygiene
#   expected: builds without privileges
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: leave privileged_mode out, and build images without a daemon
package hipaa.controls.access.unprivileged_builds

applies contains resource.address if {
	some resource in input.resources
	resource.facts.build_privileges
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.build_privileges.state == "plain"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.build_privileges.state == "privileged"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.build_privileges.state == "unknown"
}
