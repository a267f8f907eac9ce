# METADATA
# title: Detective services are switched on
# description: |
#   A detector that is off, a standard that nobody follows or a plan of protection left out finds nothing, and
#   looks like an account without findings.
# related_resources:
#   - ref: https://docs.aws.amazon.com/guardduty/latest/ug/guardduty-features-activation-model.html
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/what-is-securityhub.html
# custom:
#   severity: medium
#   supports: ["164.308(a)(1)(ii)(D)", "164.308(a)(5)(ii)(B)", "164.308(a)(6)(ii)", "164.308(a)(8)"]
#   judges: detection
#   expected: "switched on, for the accounts that join later too"
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: switch the service, its plan of protection or its automatic enabling on
package hipaa.controls.detection.switched_on

applies contains resource.address if {
	some resource in input.resources
	resource.facts.detection
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.detection.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.detection.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.detection.state == "unknown"
}
