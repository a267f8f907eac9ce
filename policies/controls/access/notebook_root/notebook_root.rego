# METADATA
# title: Users of notebooks are not root
# description: |
#   Root on a notebook reaches the files and credentials of everybody who works on it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-root-access.html
# custom:
#   severity: medium
#   supports: ["164.308(a)(4)(ii)(B)", "164.312(a)(1)"]
#   judges: notebook_root
#   expected: no root access
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set root_access to Disabled
package hipaa.controls.access.notebook_root

applies contains resource.address if {
	some resource in input.resources
	resource.facts.notebook_root
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.notebook_root.state == "off"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.notebook_root.state == "on"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.notebook_root.state == "unknown"
}
