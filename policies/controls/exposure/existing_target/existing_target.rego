# METADATA
# title: Names lead to what the plan knows
# description: |
#   A name that still leads to an address or a bucket given up leads to whoever takes it next, and patients
#   follow it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshooting-by-symptom.html
# custom:
#   severity: low
#   supports: ["164.308(a)(3)(i)", "164.312(a)(1)", "164.312(e)(1)"]
#   judges: declared_target
#   profile: hygiene
#   expected: a target in the plan or its context
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: refer to the resource instead of writing its name, or bring the stack that holds it with --context
package hipaa.controls.exposure.existing_target

applies contains resource.address if {
	some resource in input.resources
	resource.facts.declared_target
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.declared_target.state == "declared"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.declared_target.state == "undeclared"
}
