# METADATA
# title: Runtimes and platforms still get security updates
# description: |
#   After the end of support nobody mends the weaknesses that are found, and they are found by
#   everybody.
# related_resources:
#   - ref: https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html
#   - ref: https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html
#   - ref: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-fargate.html
# custom:
#   severity: high
#   supports: ["164.308(a)(1)(ii)(B)", "164.308(a)(5)(ii)(B)"]
#   judges: runtime_support
#   expected: a version that is still supported
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: move to a version that is still supported
package hipaa.controls.protection.supported_runtime

applies contains resource.address if {
	some resource in input.resources
	resource.facts.runtime_support
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.runtime_support.state == "supported"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.runtime_support.state == "ended"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.runtime_support.state == "unknown"
}
