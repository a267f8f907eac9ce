# METADATA
# title: How ePHI is encrypted is written down, not left to a default
# description: |
#   What no configuration says is undocumented, and undocumented is treated as undone: the plan shows no evidence
#   of encryption, and nobody here notices when the service changes its default.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html
#   - ref: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-sqs-sse-queue.html
# custom:
#   severity: low
#   supports: ["164.312(a)(2)(iv)", "164.316(b)(1)(ii)"]
#   judges: encryption_written
#   expected: encryption stated in the configuration
#   exception: [addressable-decision, alternative-means, remediation]
#   remedy:
#     terraform: state the encryption and its key (aws_s3_bucket_server_side_encryption_configuration, kms_master_key_id, encryption_info)
package hipaa.controls.encryption.written_down

applies contains resource.address if {
	some resource in input.resources
	resource.facts.encryption_written
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.encryption_written.state == "written"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.encryption_written.state == "unwritten"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.encryption_written.state == "unknown"
}
