# METADATA
# title: Encrypted connections leave no way round and no outdated protocol
# description: |
#   A clear-text port beside the encrypted one, or a protocol older than TLS 1.2, lets an
#   attacker choose the weaker way.
# related_resources:
#   - ref: https://csrc.nist.gov/pubs/sp/800/52/r2/final
#   - ref: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
# custom:
#   severity: medium
#   supports: ["164.312(e)(1)", "164.312(e)(2)(ii)"]
#   judges: transit
#   expected: TLS 1.2 or later, with no clear text beside it
#   exception: [addressable-decision, remediation]
#   remedy:
#     terraform: choose a security policy with TLS 1.2 or later and close, or redirect, the clear-text way
package hipaa.controls.encryption.transit_strength

# Clear text is judged by encryption.in_transit, as is an unknown connection.
applies contains resource.address if {
	some resource in input.resources
	resource.facts.transit
	not resource.facts.transit.state in {"off", "unknown"}
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.transit.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.transit.state == "weak"
}
