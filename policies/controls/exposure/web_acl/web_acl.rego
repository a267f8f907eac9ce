# METADATA
# title: Edges on the internet have a web ACL
# description: |
#   Whoever reaches a load balancer, an API or a sign-in page from the internet may try injections, stolen
#   passwords and floods there; without a web ACL each of them arrives.
# related_resources:
#   - ref: https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html
# custom:
#   severity: medium
#   supports: ["164.308(a)(3)(i)", "164.312(a)(1)", "164.312(e)(1)"]
#   judges: web_acl
#   expected: a web ACL associated with it
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: associate a web ACL with aws_wafv2_web_acl_association, on a distribution with web_acl_id
package hipaa.controls.exposure.web_acl

applies contains resource.address if {
	some resource in input.resources
	resource.facts.web_acl
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.web_acl.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.web_acl.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.web_acl.state == "unknown"
}
