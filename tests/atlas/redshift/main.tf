# Facts of Amazon Redshift.
# See tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_kms_key" "key" {}

resource "aws_redshift_parameter_group" "ok_transit" {
  name   = "strict"
  family = "redshift-1.0"
  parameter {
    name  = "require_ssl"
    value = "true"
  }
  parameter {
    name  = "enable_user_activity_logging"
    value = "true"
  }
}

resource "aws_redshift_parameter_group" "bad_transit__omitted" {
  name   = "plain"
  family = "redshift-1.0"
}

resource "aws_redshift_parameter_group" "ok_transit__new_family" {
  name   = "new"
  family = "redshift-2.0"
}

resource "aws_redshift_parameter_group" "bad_transit__switched_off" {
  name   = "lax"
  family = "redshift-2.0"
  parameter {
    name  = "require_ssl"
    value = "false"
  }
}

resource "aws_redshift_cluster" "bad_encryption__encryption_key__public_endpoint__audit_log__statement_log__omitted" {
  cluster_identifier        = "plain"
  node_type                 = "ra3.large"
  master_username           = "keeper"
  master_password           = "Not-a-real-1"
  final_snapshot_identifier = "plain-final"
}

resource "aws_redshift_cluster" "ok_encryption__encryption_key__transit__public_endpoint__audit_log__statement_log__backup__final_snapshot" {
  cluster_identifier                  = "records"
  node_type                           = "ra3.large"
  master_username                     = "keeper"
  manage_master_password              = true
  encrypted                           = true
  kms_key_id                          = aws_kms_key.key.arn
  master_password_secret_kms_key_id   = aws_kms_key.key.arn
  cluster_parameter_group_name        = aws_redshift_parameter_group.ok_transit.name
  publicly_accessible                 = false
  automated_snapshot_retention_period = 35
  final_snapshot_identifier           = "records-final"
  logging {
    enable      = true
    bucket_name = "logs"
  }
}

resource "aws_redshift_cluster" "bad_encryption_key__transit__backup__final_snapshot__switched_off" {
  cluster_identifier                  = "lax"
  node_type                           = "ra3.large"
  master_username                     = "keeper"
  manage_master_password              = true
  encrypted                           = true
  cluster_parameter_group_name        = aws_redshift_parameter_group.bad_transit__omitted.id
  automated_snapshot_retention_period = 0
  skip_final_snapshot                 = true
}

resource "aws_redshift_cluster" "bad_transit__statement_log__default_group" {
  cluster_identifier           = "default"
  node_type                    = "ra3.large"
  master_username              = "keeper"
  manage_master_password       = true
  cluster_parameter_group_name = "default.redshift-1.0"
  skip_final_snapshot          = true
}

resource "aws_redshift_cluster" "ok_transit__audit_log__split" {
  cluster_identifier     = "split"
  node_type              = "ra3.large"
  master_username        = "keeper"
  manage_master_password = true
  skip_final_snapshot    = true
}

resource "aws_redshift_logging" "split" {
  cluster_identifier   = aws_redshift_cluster.ok_transit__audit_log__split.id
  log_destination_type = "cloudwatch"
  log_exports          = ["connectionlog", "userlog"]
}

resource "aws_redshift_cluster_snapshot" "ok_encryption__encryption_key" {
  cluster_identifier  = aws_redshift_cluster.ok_encryption__encryption_key__transit__public_endpoint__audit_log__statement_log__backup__final_snapshot.id
  snapshot_identifier = "records"
}

resource "aws_redshift_cluster_snapshot" "bad_encryption__encryption_key" {
  cluster_identifier  = aws_redshift_cluster.bad_encryption__encryption_key__public_endpoint__audit_log__statement_log__omitted.id
  snapshot_identifier = "plain"
}

resource "aws_redshift_snapshot_copy_grant" "ok_encryption_key" {
  snapshot_copy_grant_name = "keyed"
  kms_key_id               = aws_kms_key.key.arn
}

resource "aws_redshift_snapshot_copy_grant" "bad_encryption_key__omitted" {
  snapshot_copy_grant_name = "plain"
}

resource "aws_redshift_resource_policy" "bad_policy_exposure" {
  resource_arn = "arn:aws:redshift:us-east-1:111122223333:namespace:records"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "redshift:CreateInboundIntegration", Resource = "*" }]
  })
}

resource "aws_redshift_integration" "bad_encryption_key__omitted" {
  integration_name = "plain"
  source_arn       = "arn:aws:dynamodb:us-east-1:111122223333:table/records"
  target_arn       = "arn:aws:redshift:us-east-1:111122223333:namespace:records"
}

resource "aws_redshift_integration" "ok_encryption_key" {
  integration_name = "keyed"
  source_arn       = "arn:aws:dynamodb:us-east-1:111122223333:table/records"
  target_arn       = "arn:aws:redshift:us-east-1:111122223333:namespace:records"
  kms_key_id       = aws_kms_key.key.arn
}

resource "aws_redshiftserverless_namespace" "bad_encryption_key__audit_log__statement_log__omitted" {
  namespace_name = "plain"
}

resource "aws_redshiftserverless_namespace" "ok_encryption_key__audit_log__statement_log" {
  namespace_name = "records"
  kms_key_id     = aws_kms_key.key.arn
  log_exports    = ["userlog", "connectionlog", "useractivitylog"]
}

resource "aws_redshiftserverless_workgroup" "bad_transit__public_endpoint" {
  namespace_name      = aws_redshiftserverless_namespace.bad_encryption_key__audit_log__statement_log__omitted.namespace_name
  workgroup_name      = "open"
  publicly_accessible = true
  config_parameter {
    parameter_key   = "require_ssl"
    parameter_value = "false"
  }
}

resource "aws_redshiftserverless_workgroup" "ok_transit__public_endpoint__omitted" {
  namespace_name = aws_redshiftserverless_namespace.ok_encryption_key__audit_log__statement_log.namespace_name
  workgroup_name = "private"
}

resource "aws_redshiftserverless_snapshot" "ok_encryption_key" {
  namespace_name = aws_redshiftserverless_namespace.ok_encryption_key__audit_log__statement_log.namespace_name
  snapshot_name  = "records"
}

resource "aws_redshiftserverless_snapshot" "bad_encryption_key" {
  namespace_name = aws_redshiftserverless_namespace.bad_encryption_key__audit_log__statement_log__omitted.namespace_name
  snapshot_name  = "plain"
}

resource "aws_redshiftserverless_resource_policy" "bad_policy_exposure" {
  resource_arn = "arn:aws:redshift-serverless:us-east-1:111122223333:snapshot/records"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "redshift-serverless:RestoreFromSnapshot", Resource = "*" }]
  })
}

locals {
  private = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/reader" }, Action = "*", Resource = "*" }]
  })
}

resource "aws_redshift_resource_policy" "ok_policy_exposure" {
  resource_arn = "arn:aws:redshift:us-east-1:111122223333:namespace:records"
  policy       = local.private
}

resource "aws_redshiftserverless_resource_policy" "ok_policy_exposure" {
  resource_arn = "arn:aws:redshift-serverless:us-east-1:111122223333:snapshot/records"
  policy       = local.private
}

variable "password" {
  default   = "Given-from-outside-1"
  sensitive = true
}

resource "aws_redshift_cluster" "ok_plain_secret" {
  cluster_identifier  = "secret"
  node_type           = "ra3.large"
  master_username     = "keeper"
  master_password     = var.password
  skip_final_snapshot = true
}

resource "aws_redshift_cluster" "bad_plain_secret" {
  cluster_identifier  = "secret"
  node_type           = "ra3.large"
  master_username     = "keeper"
  master_password     = "Not-a-real-1"
  skip_final_snapshot = true
}

resource "aws_redshift_cluster" "ok_plain_secret__write_only" {
  cluster_identifier         = "write-only"
  node_type                  = "ra3.large"
  master_username            = "keeper"
  master_password_wo         = var.password
  master_password_wo_version = 1
  skip_final_snapshot        = true
}

resource "aws_redshift_cluster" "bad_plain_secret__write_only" {
  cluster_identifier         = "write-only"
  node_type                  = "ra3.large"
  master_username            = "keeper"
  master_password_wo         = "Not-a-real-1"
  master_password_wo_version = 1
  skip_final_snapshot        = true
}

resource "aws_redshiftserverless_namespace" "ok_plain_secret" {
  namespace_name      = "secret"
  admin_username      = "keeper"
  admin_user_password = var.password
}

resource "aws_redshiftserverless_namespace" "bad_plain_secret" {
  namespace_name      = "secret"
  admin_username      = "keeper"
  admin_user_password = "Not-a-real-1"
}

resource "aws_redshift_hsm_configuration" "ok_plain_secret" {
  description                   = "module"
  hsm_configuration_identifier  = "module"
  hsm_ip_address                = "10.0.0.1"
  hsm_partition_name            = "records"
  hsm_partition_password        = var.password
  hsm_server_public_certificate = "certificate"
}

resource "aws_redshift_hsm_configuration" "bad_plain_secret" {
  description                   = "module"
  hsm_configuration_identifier  = "module"
  hsm_ip_address                = "10.0.0.1"
  hsm_partition_name            = "records"
  hsm_partition_password        = "Not-a-real-1"
  hsm_server_public_certificate = "certificate"
}

resource "aws_redshift_logging" "ok_audit_log" {
  cluster_identifier   = "whole"
  log_destination_type = "cloudwatch"
  log_exports          = ["connectionlog", "userlog", "useractivitylog"]
}

resource "aws_redshift_logging" "bad_audit_log__partial" {
  cluster_identifier   = "part"
  log_destination_type = "cloudwatch"
  log_exports          = ["connectionlog"]
}
