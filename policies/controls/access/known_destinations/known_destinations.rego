# METADATA
# title: Data is sent to known accounts only
# description: |
#   A replica, a log or a message that goes to an account which nobody answers for is a disclosure
#   to whoever runs it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CrossAccountSubscriptions.html
#   - ref: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-account.html
# custom:
#   severity: high
#   supports: ["164.308(a)(4)(ii)(B)", "164.312(e)(1)", "164.308(b)(1)"]
#   judges: destination_account
#   expected: a destination in an account of the plan, or in one declared under accounts in phiward.yaml
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: "send to the own account, or declare the account of the destination under accounts in phiward.yaml"
package hipaa.controls.access.known_destinations

applies contains resource.address if {
	some resource in input.resources
	resource.facts.destination_account
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.destination_account.state == "known"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.destination_account.state == "undeclared"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.destination_account.state == "unknown"
}
