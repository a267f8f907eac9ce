# METADATA
# title: ePHI endpoints on the internet are replaced by private ones
# description: |
#   An endpoint for named address ranges still stands on the internet: ranges grow, change hands
#   and are shared by networks that nobody authorised.
# related_resources:
#   - ref: https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html
# custom:
#   severity: low
#   supports: ["164.312(e)(1)"]
#   judges: public_endpoint
#   expected: a private endpoint
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: switch the public endpoint off and use the private one
package hipaa.controls.exposure.restricted_endpoint

# An endpoint open to everyone is judged by exposure.public_endpoint, as is an unknown one.
applies contains resource.address if {
	some resource in input.resources
	resource.facts.public_endpoint
	not resource.facts.public_endpoint.state in {"public", "unknown"}
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.public_endpoint.state == "private"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.public_endpoint.state == "restricted"
}
