# METADATA
# title: No secret stands in clear
# description: |
#   A secret in user data, an environment or a template is read by everybody who can see the
#   console, the state or the repository, and cannot be withdrawn.
# related_resources:
#   - ref: https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html
# custom:
#   severity: critical
#   supports: ["164.312(d)", "164.308(a)(5)(ii)(D)", "164.312(a)(1)"]
#   judges: plain_secret
#   expected: no secret in clear
#   exception: never
#   remedy:
#     terraform: keep the secret in Secrets Manager or as a SecureString parameter, reference it there, and replace the one that was exposed
package hipaa.controls.secrets.in_clear

applies contains resource.address if {
	some resource in input.resources
	resource.facts.plain_secret
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.plain_secret.state == "none"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.plain_secret.state == "found"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.plain_secret.state == "unknown"
}
