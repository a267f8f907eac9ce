# METADATA
# title: Keys and secrets are not deleted in haste
# description: |
#   Deleting a key destroys everything it encrypted; the waiting period is the only time in
#   which a mistake or an attack can be undone.
# related_resources:
#   - ref: https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html
#   - ref: https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_delete-secret.html
# custom:
#   severity: medium
#   supports: ["164.312(c)(1)", "164.308(a)(7)(i)"]
#   judges: deletion_window
#   expected: "at least {deletion_window_days} days"
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set deletion_window_in_days of a key, or recovery_window_in_days of a secret, to the number expected or more
package hipaa.controls.keys.deletion_window

applies contains resource.address if {
	some resource in input.resources
	resource.facts.deletion_window
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.deletion_window.state == "known"
	resource.facts.deletion_window.days >= input.profile.deletion_window_days
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.deletion_window.state == "known"
	resource.facts.deletion_window.days < input.profile.deletion_window_days
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.deletion_window.state == "unknown"
}
