# METADATA
# title: The load of databases is recorded by statement
# description: |
#   Which statements and users make the load is the first question when something runs that should not.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.html
# custom:
#   severity: low
#   supports: ["164.308(a)(1)(ii)(D)"]
#   judges: performance_insights
#   profile: hygiene
#   expected: Performance Insights on
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: set performance_insights_enabled = true, with a key in performance_insights_kms_key_id
package hipaa.controls.logging.performance_insights

applies contains resource.address if {
	some resource in input.resources
	resource.facts.performance_insights
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.performance_insights.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.performance_insights.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.performance_insights.state == "unknown"
}
