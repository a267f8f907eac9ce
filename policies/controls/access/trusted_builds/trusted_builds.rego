# METADATA
# title: Strangers start no builds and write no build steps
# description: |
#   A pull request of a stranger that starts a build runs under the rights of the project.
# related_resources:
#   - ref: https://docs.aws.amazon.com/codebuild/latest/userguide/github-webhook.html
# custom:
#   severity: low
#   supports: ["164.312(a)(1)", "164.308(a)(4)(ii)(B)"]
#   judges: build_source
#   profile: hygiene
#   expected: webhooks with anchored filters, and build steps written in the project
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: filter webhooks by anchored patterns of actors, and write the buildspec into the project
package hipaa.controls.access.trusted_builds

applies contains resource.address if {
	some resource in input.resources
	resource.facts.build_source
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.build_source.state == "trusted"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.build_source.state == "open"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.build_source.state == "unknown"
}
