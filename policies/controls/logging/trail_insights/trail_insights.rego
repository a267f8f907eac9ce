# METADATA
# title: The trail notices unusual rates of calls and errors
# description: |
#   Stolen credentials show themselves by what they try: CloudTrail Insights compares the rates of calls and of
#   errors with those of the weeks before.
# related_resources:
#   - ref: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-insights-events-with-cloudtrail.html
# custom:
#   severity: low
#   supports: ["164.308(a)(1)(ii)(D)", "164.312(b)"]
#   judges: trail_insights
#   expected: "insights on the rates of calls and of errors"
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: add insight_selector blocks of ApiCallRateInsight and ApiErrorRateInsight
package hipaa.controls.logging.trail_insights

applies contains resource.address if {
	some resource in input.resources
	resource.facts.trail_insights
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.trail_insights.state == "on"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.trail_insights.state == "off"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.trail_insights.state == "unknown"
}
