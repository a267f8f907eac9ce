# METADATA
# title: Labels agree with where the data comes from
# description: |
#   A copy of ePHI labelled as free of it escapes every safeguard that the label switches on.
# related_resources:
#   - ref: https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_data_classification_identify_data.html
# custom:
#   severity: high
#   supports: ["164.308(a)(1)(ii)(A)", "164.306(a)(1)"]
#   judges: data_class_label
#   expected: the class of its source
#   exception: remediation
#   remedy:
#     terraform: correct the data-class tag, or cut the flow from the ePHI store
package hipaa.controls.classification.label

applies contains resource.address if {
	some resource in input.resources
	resource.facts.data_class_label
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.data_class_label.state == "consistent"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.data_class_label.state == "contradicted"
}
