# Facts of Amazon DocumentDB and Neptune.
# See tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_kms_key" "key" {}

resource "aws_docdb_cluster_parameter_group" "ok_transit__audit_log" {
  name   = "audited"
  family = "docdb5.0"
  parameter {
    name  = "tls"
    value = "enabled"
  }
  parameter {
    name  = "audit_logs"
    value = "enabled"
  }
}

resource "aws_docdb_cluster_parameter_group" "bad_transit__audit_log" {
  name   = "lax"
  family = "docdb5.0"
  parameter {
    name  = "tls"
    value = "disabled"
  }
}

resource "aws_docdb_cluster_parameter_group" "ok_transit__omitted" {
  name   = "plain"
  family = "docdb5.0"
}

resource "aws_docdb_cluster" "bad_encryption__encryption_key__audit_log__deletion_protection__omitted" {
  cluster_identifier = "plain"
}

resource "aws_docdb_cluster" "ok_encryption__encryption_key__transit__audit_log__backup__deletion_protection__final_snapshot" {
  cluster_identifier              = "records"
  storage_encrypted               = true
  kms_key_id                      = aws_kms_key.key.arn
  db_cluster_parameter_group_name = aws_docdb_cluster_parameter_group.ok_transit__audit_log.name
  enabled_cloudwatch_logs_exports = ["audit", "profiler"]
  backup_retention_period         = 35
  deletion_protection             = true
  final_snapshot_identifier       = "records-final"
}

resource "aws_docdb_cluster" "bad_encryption_key__transit__audit_log__final_snapshot__switched_off" {
  cluster_identifier              = "lax"
  storage_encrypted               = true
  db_cluster_parameter_group_name = aws_docdb_cluster_parameter_group.bad_transit__audit_log.id
  enabled_cloudwatch_logs_exports = ["profiler"]
  skip_final_snapshot             = true
}

# Exported, but the engine writes no audit records.
resource "aws_docdb_cluster" "bad_audit_log__silent" {
  cluster_identifier              = "silent"
  db_cluster_parameter_group_name = "default.docdb5.0"
  enabled_cloudwatch_logs_exports = ["audit"]
}

resource "aws_docdb_cluster" "ok_transit__omitted" {
  cluster_identifier = "default"
}

resource "aws_docdb_cluster" "ok_encryption__global" {
  cluster_identifier        = "secondary"
  global_cluster_identifier = aws_docdb_global_cluster.ok_encryption__deletion_protection.id
}

resource "aws_docdb_cluster_instance" "ok_encryption__encryption_key" {
  cluster_identifier = aws_docdb_cluster.ok_encryption__encryption_key__transit__audit_log__backup__deletion_protection__final_snapshot.id
  instance_class     = "db.r6g.large"
}

resource "aws_docdb_cluster_instance" "bad_encryption__encryption_key" {
  cluster_identifier          = aws_docdb_cluster.bad_encryption__encryption_key__audit_log__deletion_protection__omitted.id
  instance_class              = "db.r6g.large"
  enable_performance_insights = true
}

resource "aws_docdb_global_cluster" "bad_encryption__deletion_protection__omitted" {
  global_cluster_identifier = "plain"
  engine                    = "docdb"
}

resource "aws_docdb_global_cluster" "ok_encryption__deletion_protection" {
  global_cluster_identifier = "records"
  engine                    = "docdb"
  storage_encrypted         = true
  deletion_protection       = true
}

resource "aws_docdb_cluster_snapshot" "ok_encryption__encryption_key" {
  db_cluster_identifier          = aws_docdb_cluster.ok_encryption__encryption_key__transit__audit_log__backup__deletion_protection__final_snapshot.id
  db_cluster_snapshot_identifier = "records"
}

resource "aws_docdb_cluster_snapshot" "bad_encryption__encryption_key" {
  db_cluster_identifier          = aws_docdb_cluster.bad_encryption__encryption_key__audit_log__deletion_protection__omitted.id
  db_cluster_snapshot_identifier = "plain"
}

resource "aws_docdb_cluster" "ok_encryption__restored" {
  cluster_identifier  = "restored"
  snapshot_identifier = aws_docdb_cluster_snapshot.ok_encryption__encryption_key.id
}

resource "aws_docdbelastic_cluster" "bad_encryption_key__omitted" {
  name                = "plain"
  admin_user_name     = "adminuser"
  admin_user_password = "not-a-real-one"
  auth_type           = "PLAIN_TEXT"
  shard_capacity      = 2
  shard_count         = 1
}

resource "aws_docdbelastic_cluster" "ok_encryption_key__backup" {
  name                    = "records"
  admin_user_name         = "adminuser"
  admin_user_password     = "not-a-real-one"
  auth_type               = "PLAIN_TEXT"
  shard_capacity          = 2
  shard_count             = 1
  kms_key_id              = aws_kms_key.key.arn
  backup_retention_period = 35
}

resource "aws_neptune_cluster_parameter_group" "ok_transit__audit_log" {
  name   = "audited"
  family = "neptune1.3"
  parameter {
    name  = "neptune_enable_audit_log"
    value = "1"
  }
}

resource "aws_neptune_cluster_parameter_group" "bad_transit__audit_log" {
  name   = "lax"
  family = "neptune1.3"
  parameter {
    name  = "neptune_enforce_ssl"
    value = "0"
  }
}

resource "aws_neptune_cluster" "bad_encryption__encryption_key__audit_log__deletion_protection__iam_authentication__omitted" {
  cluster_identifier = "plain"
}

resource "aws_neptune_cluster" "ok_encryption__encryption_key__transit__audit_log__backup__deletion_protection__final_snapshot__iam_authentication" {
  cluster_identifier                   = "records"
  storage_encrypted                    = true
  kms_key_arn                          = aws_kms_key.key.arn
  neptune_cluster_parameter_group_name = aws_neptune_cluster_parameter_group.ok_transit__audit_log.name
  enable_cloudwatch_logs_exports       = ["audit"]
  backup_retention_period              = 35
  deletion_protection                  = true
  final_snapshot_identifier            = "records-final"
  iam_database_authentication_enabled  = true
}

resource "aws_neptune_cluster" "bad_encryption_key__transit__audit_log__final_snapshot__switched_off" {
  cluster_identifier                   = "lax"
  storage_encrypted                    = true
  neptune_cluster_parameter_group_name = aws_neptune_cluster_parameter_group.bad_transit__audit_log.name
  enable_cloudwatch_logs_exports       = ["slowquery"]
  skip_final_snapshot                  = true
}

resource "aws_neptune_cluster" "bad_audit_log__silent" {
  cluster_identifier             = "silent"
  enable_cloudwatch_logs_exports = ["audit"]
}

resource "aws_neptune_cluster_instance" "ok_encryption__encryption_key__public_endpoint" {
  cluster_identifier = aws_neptune_cluster.ok_encryption__encryption_key__transit__audit_log__backup__deletion_protection__final_snapshot__iam_authentication.id
  instance_class     = "db.r6g.large"
}

resource "aws_neptune_cluster_instance" "bad_encryption__encryption_key__public_endpoint" {
  cluster_identifier  = aws_neptune_cluster.bad_encryption__encryption_key__audit_log__deletion_protection__iam_authentication__omitted.id
  instance_class      = "db.r6g.large"
  publicly_accessible = true
}

resource "aws_neptune_global_cluster" "bad_encryption__deletion_protection__omitted" {
  global_cluster_identifier = "plain"
  engine                    = "neptune"
}

resource "aws_neptune_global_cluster" "ok_encryption__deletion_protection" {
  global_cluster_identifier    = "records"
  source_db_cluster_identifier = aws_neptune_cluster.ok_encryption__encryption_key__transit__audit_log__backup__deletion_protection__final_snapshot__iam_authentication.arn
  deletion_protection          = true
}

resource "aws_neptune_cluster_snapshot" "ok_encryption__encryption_key" {
  db_cluster_identifier          = aws_neptune_cluster.ok_encryption__encryption_key__transit__audit_log__backup__deletion_protection__final_snapshot__iam_authentication.id
  db_cluster_snapshot_identifier = "records"
}

resource "aws_neptune_cluster_snapshot" "bad_encryption__encryption_key" {
  db_cluster_identifier          = aws_neptune_cluster.bad_encryption__encryption_key__audit_log__deletion_protection__iam_authentication__omitted.id
  db_cluster_snapshot_identifier = "plain"
}

resource "aws_neptunegraph_graph" "bad_encryption_key__public_endpoint__deletion_protection" {
  graph_name          = "open"
  provisioned_memory  = 16
  public_connectivity = true
  deletion_protection = false
}

resource "aws_neptunegraph_graph" "ok_encryption_key__public_endpoint__deletion_protection" {
  graph_name         = "records"
  provisioned_memory = 16
  kms_key_identifier = aws_kms_key.key.arn
}

variable "password" {
  default   = "given-from-outside"
  sensitive = true
}

resource "aws_docdb_cluster" "ok_plain_secret" {
  cluster_identifier  = "secret"
  master_username     = "keeper"
  master_password     = var.password
  skip_final_snapshot = true
}

resource "aws_docdb_cluster" "bad_plain_secret" {
  cluster_identifier  = "secret"
  master_username     = "keeper"
  master_password     = "not-a-real-one"
  skip_final_snapshot = true
}

resource "aws_docdb_cluster" "ok_plain_secret__write_only" {
  cluster_identifier         = "write-only"
  master_username            = "keeper"
  master_password_wo         = var.password
  master_password_wo_version = 1
  skip_final_snapshot        = true
}

resource "aws_docdb_cluster" "bad_plain_secret__write_only" {
  cluster_identifier         = "write-only"
  master_username            = "keeper"
  master_password_wo         = "not-a-real-one"
  master_password_wo_version = 1
  skip_final_snapshot        = true
}

resource "aws_docdbelastic_cluster" "ok_plain_secret" {
  name                = "secret"
  admin_user_name     = "keeper"
  admin_user_password = var.password
  auth_type           = "PLAIN_TEXT"
  shard_capacity      = 2
  shard_count         = 1
}

resource "aws_docdbelastic_cluster" "bad_plain_secret" {
  name                = "secret"
  admin_user_name     = "keeper"
  admin_user_password = "not-a-real-one"
  auth_type           = "PLAIN_TEXT"
  shard_capacity      = 2
  shard_count         = 1
}

resource "aws_docdb_cluster" "ok_managed_password__engine_support__zones" {
  cluster_identifier          = "managed"
  engine_version              = "5.0.0"
  master_username             = "keeper"
  manage_master_user_password = true
}

resource "aws_docdb_cluster_instance" "ok_ca_certificate__performance_insights__zones" {
  count                           = 2
  cluster_identifier              = aws_docdb_cluster.ok_managed_password__engine_support__zones.id
  instance_class                  = "db.r6g.large"
  enable_performance_insights     = true
  performance_insights_kms_key_id = aws_kms_key.key.arn
}

resource "aws_docdb_cluster" "bad_managed_password__engine_support__zones" {
  cluster_identifier = "old"
  engine_version     = "3.6.0"
  master_username    = "keeper"
  master_password    = var.password
}

resource "aws_docdb_cluster_instance" "bad_ca_certificate__performance_insights__zones" {
  cluster_identifier = aws_docdb_cluster.bad_managed_password__engine_support__zones.id
  instance_class     = "db.r6g.large"
  ca_cert_identifier = "rds-ca-2019"
}

resource "aws_neptune_cluster" "ok_engine_support__zones__snapshot_tags" {
  cluster_identifier    = "current"
  engine_version        = "1.3.2.1"
  copy_tags_to_snapshot = true
}

resource "aws_neptune_cluster_instance" "ok_minor_upgrades__zones" {
  count              = 2
  cluster_identifier = aws_neptune_cluster.ok_engine_support__zones__snapshot_tags.id
  instance_class     = "db.r6g.large"
}

resource "aws_neptune_cluster" "bad_engine_support__zones__snapshot_tags" {
  cluster_identifier = "old"
  engine_version     = "1.0.5.1"
}

resource "aws_neptune_cluster_instance" "bad_minor_upgrades__zones" {
  cluster_identifier         = aws_neptune_cluster.bad_engine_support__zones__snapshot_tags.id
  instance_class             = "db.r6g.large"
  auto_minor_version_upgrade = false
}
