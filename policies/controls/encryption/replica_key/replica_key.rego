# METADATA
# title: Replicas keep the encryption of their originals
# description: |
#   Replicas without a key of ours lie open to whoever reaches the other bucket or registry, and
#   objects under KMS are left out of a replication that does not ask for them.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html
#   - ref: https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-creation-templates.html
# custom:
#   severity: high
#   supports: ["164.312(a)(2)(iv)", "164.308(a)(7)(ii)(A)"]
#   judges: replica_key
#   expected: replicas under a customer managed key
#   exception: [addressable-decision, alternative-means, remediation]
#   remedy:
#     terraform: name replica_kms_key_id and enable sse_kms_encrypted_objects in each rule; for ECR add an aws_ecr_repository_creation_template for REPLICATION with a KMS key
package hipaa.controls.encryption.replica_key

applies contains resource.address if {
	some resource in input.resources
	resource.facts.replica_key
	resource.facts.data_class != "none"
}

status[resource.address] := "pass" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.replica_key.state == "kept"
}

status[resource.address] := "fail" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.replica_key.state == "lost"
}

status[resource.address] := "undetermined" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.replica_key.state == "unknown"
}
