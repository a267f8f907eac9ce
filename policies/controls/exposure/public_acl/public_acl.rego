# METADATA
# title: No access control list grants to everyone
# description: |
#   An ACL that grants to all users, or to all authenticated AWS users, opens objects to people
#   whom nobody authorised.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html
# custom:
#   severity: critical
#   supports: ["164.312(a)(1)", "164.308(a)(3)(i)", "164.308(a)(4)(ii)(B)"]
#   judges: acl_exposure
#   expected: no grant to everyone or to all authenticated AWS users
#   exception: never
#   remedy:
#     terraform: set object ownership to BucketOwnerEnforced, which switches ACLs off, or use the acl private
package hipaa.controls.exposure.public_acl

applies contains resource.address if {
	some resource in input.resources
	resource.facts.acl_exposure
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.acl_exposure.state == "private"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.acl_exposure.state == "public"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.acl_exposure.state == "unknown"
}
