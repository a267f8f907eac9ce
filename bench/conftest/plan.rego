# Rules for conftest that ask of the plan what phiward's controls ask of the same types, as attributes only: what a team would
# write by hand. For the benchmark; companions are joined by the reference in the configuration where one can be.
package main

changes contains change if {
	some change in input.resource_changes
	change.mode == "managed"
	change.change.after != null
}

switches := {
	"aws_db_instance": {"storage_encrypted", "deletion_protection"},
	"aws_rds_cluster": {"storage_encrypted", "deletion_protection"},
	"aws_ebs_volume": {"encrypted"},
	"aws_efs_file_system": {"encrypted"},
	"aws_redshift_cluster": {"encrypted"},
	"aws_kms_key": {"enable_key_rotation"},
	"aws_elasticache_replication_group": {"at_rest_encryption_enabled", "transit_encryption_enabled"},
	"aws_s3_bucket_public_access_block": {"block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"},
	"aws_cloudtrail": {"is_multi_region_trail", "enable_log_file_validation"},
}

keys := {
	"aws_db_instance": "kms_key_id",
	"aws_ebs_volume": "kms_key_id",
	"aws_efs_file_system": "kms_key_id",
	"aws_sns_topic": "kms_master_key_id",
	"aws_sqs_queue": "kms_master_key_id",
	"aws_cloudwatch_log_group": "kms_key_id",
	"aws_secretsmanager_secret": "kms_key_id",
	"aws_cloudtrail": "kms_key_id",
}

deny contains message if {
	some change in changes
	some attribute in switches[change.type]
	not change.change.after[attribute] == true
	message := sprintf("%s: %s is not true", [change.address, attribute])
}

deny contains message if {
	some change in changes
	attribute := keys[change.type]
	not change.change.after[attribute]
	not change.change.after_unknown[attribute] == true
	message := sprintf("%s: no customer managed key in %s", [change.address, attribute])
}

deny contains message if {
	some change in changes
	change.change.after.publicly_accessible == true
	message := sprintf("%s: public endpoint", [change.address])
}

deny contains message if {
	some change in changes
	change.type == "aws_db_instance"
	not change.change.after.backup_retention_period >= 7
	message := sprintf("%s: backups kept under 7 days", [change.address])
}

deny contains message if {
	some change in changes
	change.type == "aws_dynamodb_table"
	not change.change.after.point_in_time_recovery[0].enabled == true
	message := sprintf("%s: no point-in-time recovery", [change.address])
}

deny contains message if {
	some change in changes
	change.type == "aws_s3_bucket_versioning"
	some configuration in change.change.after.versioning_configuration
	configuration.status != "Enabled"
	message := sprintf("%s: versioning is not enabled", [change.address])
}

deny contains message if {
	some change in changes
	change.type == "aws_security_group"
	some rule in change.change.after.ingress
	some range in rule.cidr_blocks
	range == "0.0.0.0/0"
	message := sprintf("%s: port %v is open to the world", [change.address, rule.from_port])
}

deny contains message if {
	some change in changes
	change.type == "aws_cloudwatch_log_group"
	not change.change.after.retention_in_days >= 365
	message := sprintf("%s: logs are kept under a year", [change.address])
}
