# METADATA
# title: Database engines are in standard support
# description: |
#   After that day a major version gets patches for the gravest flaws only, for a fee, or none, and the service upgrades it on a day of its
#   own choice.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/extended-support-overview.html
# custom:
#   severity: medium
#   supports: ["164.308(a)(5)(ii)(B)", "164.308(a)(1)(ii)(B)"]
#   judges: engine_support
#   expected: "standard support for {engine_support_days} more days at least"
#   exception: [addressable-decision, alternative-means, remediation]
#   remedy:
#     terraform: upgrade engine_version to a major version in standard support, with its parameter group
package hipaa.controls.versions.supported_engine

applies contains resource.address if {
	some resource in input.resources
	resource.facts.engine_support
	resource.facts.data_class != "none"
}

# Where no end is announced there are no days to count.
_soon contains resource.address if {
	some resource in input.resources
	resource.facts.engine_support.days < input.profile.engine_support_days
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.engine_support.state == "supported"
	not _soon[resource.address]
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.engine_support.state == "supported"
	_soon[resource.address]
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.engine_support.state == "ended"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.engine_support.state == "unknown"
}
