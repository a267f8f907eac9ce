# METADATA
# title: What takes requests from the internet is a decision
# description: |
#   A public load balancer or API speaks for every store behind it: each flaw of it and of the
#   application is open to the whole internet. A portal needs one; that somebody decided so, and what
#   stands in front of it, belongs on record.
# related_resources:
#   - ref: https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html
#   - ref: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html
# custom:
#   severity: medium
#   supports: ["164.312(e)(1)", "164.308(a)(4)(ii)(B)"]
#   judges: public_edge
#   expected: an internal edge, or a public one on record
#   exception: [addressable-decision, alternative-means, remediation]
#   remedy:
#     terraform: "make it internal or private; where it must be public, write an exception that names what protects it"
package hipaa.controls.exposure.public_edge

applies contains resource.address if {
	some resource in input.resources
	resource.facts.public_edge
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.public_edge.state == "private"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.public_edge.state == "public"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.public_edge.state == "unknown"
}
