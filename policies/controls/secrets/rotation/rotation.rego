# METADATA
# title: Secrets rotate by themselves
# description: |
#   A password that never changes keeps working for everybody who ever saw it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html
# custom:
#   severity: medium
#   supports: ["164.308(a)(5)(ii)(D)", "164.312(d)"]
#   judges: secret_rotation
#   expected: automatic rotation
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: add an aws_secretsmanager_secret_rotation, or let the service manage the password
package hipaa.controls.secrets.rotation

applies contains resource.address if {
	some resource in input.resources
	resource.facts.secret_rotation
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.secret_rotation.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.secret_rotation.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.secret_rotation.state == "unknown"
}
