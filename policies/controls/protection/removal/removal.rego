# METADATA
# title: A plan that deletes ePHI leaves a copy of it
# description: |
#   One changed argument can replace a database by an empty one, and a block deleted by mistake takes
#   the records with it. What is to be disposed of is decided by a person, not by a plan.
# related_resources:
#   - ref: https://developer.hashicorp.com/terraform/language/resources/behavior
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html
# custom:
#   severity: critical
#   supports: ["164.308(a)(7)(ii)(A)", "164.310(d)(2)(i)", "164.310(d)(2)(iv)", "164.312(b)", "164.312(c)(1)"]
#   judges: removal
#   expected: a copy that stays, and no empty store in its place
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: apply skip_final_snapshot = false (or force_destroy = false) first and delete in a second plan; set lifecycle prevent_destroy; restore a replacement from its snapshot
package hipaa.controls.protection.removal

applies contains resource.address if {
	some resource in input.resources
	resource.facts.removal
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.removal.state == "guarded"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.removal.state == "kept"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.removal.state == "unknown"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.removal.state == "replaced"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.removal.state == "lost"
}
