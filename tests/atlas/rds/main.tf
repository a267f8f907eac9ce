# Facts of Amazon RDS and Aurora; see tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_kms_key" "key" {}

resource "aws_db_parameter_group" "postgres" {
  name   = "postgres"
  family = "postgres14"
  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }
  parameter {
    name  = "log_statement"
    value = "ddl"
  }
}

resource "aws_db_parameter_group" "postgres_silent" {
  name_prefix = "silent"
  family      = "postgres13"
  parameter {
    name  = "log_min_duration_statement"
    value = "1000"
  }
}

resource "aws_db_parameter_group" "postgres_lax" {
  name   = "lax"
  family = "postgres16"
  parameter {
    name  = "rds.force_ssl"
    value = "0"
  }
}

resource "aws_db_parameter_group" "postgres_new" {
  family = "postgres16"
}

resource "aws_db_parameter_group" "mysql" {
  family = "mysql8.0"
  parameter {
    name  = "require_secure_transport"
    value = "1"
  }
  parameter {
    name  = "general_log"
    value = "1"
  }
}

resource "aws_db_parameter_group" "sqlserver" {
  family = "sqlserver-ex-16.0"
  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }
}

resource "aws_db_parameter_group" "mariadb" {
  family = "mariadb10.11"
}

resource "aws_db_parameter_group" "mariadb_new" {
  family = "mariadb11.8"
}

resource "aws_db_parameter_group" "db2" {
  family = "db2-se-11.5"
  parameter {
    name  = "db2comm"
    value = "SSL"
  }
}

resource "aws_db_option_group" "oracle" {
  name                 = "oracle"
  engine_name          = "oracle-ee"
  major_engine_version = "19"
  option {
    option_name = "NATIVE_NETWORK_ENCRYPTION"
    option_settings {
      name  = "SQLNET.ENCRYPTION_SERVER"
      value = "REQUIRED"
    }
  }
}

resource "aws_db_option_group" "oracle_lax" {
  name                 = "oracle-lax"
  engine_name          = "oracle-ee"
  major_engine_version = "19"
  option {
    option_name = "NATIVE_NETWORK_ENCRYPTION"
    option_settings {
      name  = "SQLNET.ENCRYPTION_SERVER"
      value = "REQUESTED"
    }
  }
}

resource "aws_db_instance" "bad_encryption__encryption_key__transit__audit_log__statement_log__backup__point_in_time__deletion_protection__iam_authentication__omitted" {
  identifier     = "plain"
  engine         = "postgres"
  engine_version = "14.10"
  instance_class = "db.t3.micro"
}

resource "aws_db_instance" "ok_encryption__encryption_key__transit__audit_log__statement_log__public_endpoint__backup__point_in_time__deletion_protection__final_snapshot__iam_authentication" {
  identifier                          = "records"
  engine                              = "postgres"
  engine_version                      = "14.10"
  instance_class                      = "db.t3.micro"
  storage_encrypted                   = true
  kms_key_id                          = aws_kms_key.key.arn
  parameter_group_name                = aws_db_parameter_group.postgres.name
  enabled_cloudwatch_logs_exports     = ["postgresql", "upgrade"]
  publicly_accessible                 = false
  backup_retention_period             = 35
  deletion_protection                 = true
  final_snapshot_identifier           = "records-final"
  iam_database_authentication_enabled = true
}

resource "aws_db_instance" "bad_encryption_key__transit__audit_log__public_endpoint__backup__point_in_time__final_snapshot__switched_off" {
  identifier              = "lax"
  engine                  = "postgres"
  instance_class          = "db.t3.micro"
  storage_encrypted       = true
  parameter_group_name    = aws_db_parameter_group.postgres_lax.name
  publicly_accessible     = true
  backup_retention_period = 0
  skip_final_snapshot     = true
}

resource "aws_db_instance" "bad_encryption_key__insights" {
  identifier                   = "insights"
  engine                       = "postgres"
  instance_class               = "db.t3.micro"
  storage_encrypted            = true
  kms_key_id                   = aws_kms_key.key.arn
  performance_insights_enabled = true
}

resource "aws_db_instance" "bad_transit__statement_log__old_family" {
  identifier           = "old"
  engine               = "postgres"
  instance_class       = "db.t3.micro"
  parameter_group_name = aws_db_parameter_group.postgres_silent.name
}

resource "aws_db_instance" "ok_transit__new_family" {
  identifier           = "new"
  engine               = "postgres"
  instance_class       = "db.t3.micro"
  parameter_group_name = aws_db_parameter_group.postgres_new.name
}

resource "aws_db_instance" "ok_transit__default_group" {
  identifier           = "default-new"
  engine               = "postgres"
  engine_version       = "16.3"
  instance_class       = "db.t3.micro"
  parameter_group_name = "default.postgres16"
}

resource "aws_db_instance" "ok_transit__no_group" {
  identifier     = "none-new"
  engine         = "postgres"
  engine_version = "15"
  instance_class = "db.t3.micro"
}

resource "aws_db_instance" "bad_transit__statement_log__default_group" {
  identifier           = "default-old"
  engine               = "mysql"
  engine_version       = "8.0"
  instance_class       = "db.t3.micro"
  parameter_group_name = "default.mysql8.0"
}

resource "aws_db_instance" "ok_transit__audit_log__statement_log__mysql" {
  identifier                      = "mysql"
  engine                          = "mysql"
  instance_class                  = "db.t3.micro"
  parameter_group_name            = aws_db_parameter_group.mysql.id
  enabled_cloudwatch_logs_exports = ["audit", "error"]
}

resource "aws_db_option_group" "audit" {
  name                 = "mysql-audit"
  engine_name          = "mysql"
  major_engine_version = "8.0"
  option {
    option_name = "MARIADB_AUDIT_PLUGIN"
    option_settings {
      name  = "SERVER_AUDIT_EVENTS"
      value = "CONNECT,QUERY"
    }
  }
}

resource "aws_db_option_group" "audit_default" {
  name                 = "mysql-audit-default"
  engine_name          = "mysql"
  major_engine_version = "8.0"
  option {
    option_name = "MARIADB_AUDIT_PLUGIN"
  }
}

resource "aws_db_option_group" "audit_connections" {
  name                 = "mysql-audit-connections"
  engine_name          = "mysql"
  major_engine_version = "8.0"
  option {
    option_name = "MARIADB_AUDIT_PLUGIN"
    option_settings {
      name  = "SERVER_AUDIT_EVENTS"
      value = "CONNECT,QUERY_DCL"
    }
  }
}

resource "aws_db_option_group" "plain" {
  name                 = "mysql-plain"
  engine_name          = "mysql"
  major_engine_version = "8.0"
}

resource "aws_db_instance" "ok_audit_log__statement_log__audit_plugin" {
  identifier                      = "mysql-audited"
  engine                          = "mysql"
  instance_class                  = "db.t3.micro"
  option_group_name               = aws_db_option_group.audit.name
  enabled_cloudwatch_logs_exports = ["audit", "error"]
}

resource "aws_db_instance" "ok_statement_log__audit_plugin_as_it_comes" {
  identifier        = "mysql-audited-default"
  engine            = "mysql"
  instance_class    = "db.t3.micro"
  option_group_name = aws_db_option_group.audit_default.name
}

resource "aws_db_instance" "bad_statement_log__audit_plugin_connections_only" {
  identifier        = "mysql-connections"
  engine            = "mysql"
  instance_class    = "db.t3.micro"
  option_group_name = aws_db_option_group.audit_connections.name
}

resource "aws_db_instance" "bad_statement_log__no_audit_plugin" {
  identifier        = "mysql-unaudited"
  engine            = "mysql"
  instance_class    = "db.t3.micro"
  option_group_name = aws_db_option_group.plain.name
}

resource "aws_db_instance" "bad_audit_log__slow_queries_only" {
  identifier                      = "mysql-slow"
  engine                          = "mysql"
  instance_class                  = "db.t3.micro"
  enabled_cloudwatch_logs_exports = ["slowquery"]
}

resource "aws_db_instance" "bad_transit__mariadb" {
  identifier           = "mariadb"
  engine               = "mariadb"
  instance_class       = "db.t3.micro"
  parameter_group_name = aws_db_parameter_group.mariadb.name
}

resource "aws_db_instance" "ok_transit__mariadb" {
  identifier           = "mariadb-new"
  engine               = "mariadb"
  instance_class       = "db.t3.micro"
  parameter_group_name = aws_db_parameter_group.mariadb_new.name
}

resource "aws_db_instance" "ok_transit__sqlserver" {
  identifier           = "sqlserver"
  engine               = "sqlserver-ex"
  instance_class       = "db.t3.micro"
  parameter_group_name = aws_db_parameter_group.sqlserver.name
}

resource "aws_db_instance" "bad_transit__sqlserver" {
  identifier     = "sqlserver-plain"
  engine         = "sqlserver-ex"
  instance_class = "db.t3.micro"
}

resource "aws_db_instance" "ok_transit__db2" {
  identifier           = "db2"
  engine               = "db2-se"
  instance_class       = "db.t3.micro"
  parameter_group_name = aws_db_parameter_group.db2.name
}

resource "aws_db_instance" "ok_transit__oracle" {
  identifier        = "oracle"
  engine            = "oracle-ee"
  instance_class    = "db.t3.micro"
  option_group_name = aws_db_option_group.oracle.name
}

resource "aws_db_instance" "bad_transit__oracle" {
  identifier        = "oracle-lax"
  engine            = "oracle-ee"
  instance_class    = "db.t3.micro"
  option_group_name = aws_db_option_group.oracle_lax.name
}

resource "aws_db_instance" "bad_transit__oracle_omitted" {
  identifier     = "oracle-plain"
  engine         = "oracle-ee"
  instance_class = "db.t3.micro"
}

# A replica takes encryption and backups from its source.
resource "aws_db_instance" "ok_encryption__encryption_key__transit__statement_log__backup__point_in_time__replica" {
  identifier          = "replica"
  instance_class      = "db.t3.micro"
  replicate_source_db = aws_db_instance.ok_encryption__encryption_key__transit__audit_log__statement_log__public_endpoint__backup__point_in_time__deletion_protection__final_snapshot__iam_authentication.identifier
}

# The engine of a replica is known only after apply; the name of the log says it.
resource "aws_db_instance" "ok_audit_log__replica" {
  identifier                      = "logged-replica"
  instance_class                  = "db.t3.micro"
  replicate_source_db             = aws_db_instance.ok_encryption__encryption_key__transit__audit_log__statement_log__public_endpoint__backup__point_in_time__deletion_protection__final_snapshot__iam_authentication.identifier
  enabled_cloudwatch_logs_exports = ["postgresql", "upgrade"]
}

resource "aws_db_instance" "bad_encryption__encryption_key__backup__replica" {
  identifier          = "plain-replica"
  instance_class      = "db.t3.micro"
  replicate_source_db = aws_db_instance.bad_encryption__encryption_key__transit__audit_log__statement_log__backup__point_in_time__deletion_protection__iam_authentication__omitted.identifier
}

resource "aws_db_instance" "ok_encryption__encryption_key__restored" {
  identifier          = "restored"
  instance_class      = "db.t3.micro"
  snapshot_identifier = aws_db_snapshot.ok_encryption__encryption_key__sharing.id
}

resource "aws_db_snapshot" "ok_encryption__encryption_key__sharing" {
  db_instance_identifier = aws_db_instance.ok_encryption__encryption_key__transit__audit_log__statement_log__public_endpoint__backup__point_in_time__deletion_protection__final_snapshot__iam_authentication.identifier
  db_snapshot_identifier = "records"
}

resource "aws_db_snapshot" "bad_encryption__encryption_key__sharing" {
  db_instance_identifier = aws_db_instance.bad_encryption__encryption_key__transit__audit_log__statement_log__backup__point_in_time__deletion_protection__iam_authentication__omitted.identifier
  db_snapshot_identifier = "plain"
  shared_accounts        = ["all"]
}

resource "aws_db_snapshot_copy" "ok_encryption__encryption_key__sharing" {
  source_db_snapshot_identifier = "elsewhere"
  target_db_snapshot_identifier = "keyed"
  kms_key_id                    = aws_kms_key.key.arn
}

resource "aws_db_snapshot_copy" "bad_encryption__encryption_key__sharing" {
  source_db_snapshot_identifier = aws_db_snapshot.bad_encryption__encryption_key__sharing.db_snapshot_arn
  target_db_snapshot_identifier = "plain-copy"
  shared_accounts               = ["all"]
}

resource "aws_db_snapshot_copy" "ok_encryption__encryption_key__of_the_source" {
  source_db_snapshot_identifier = aws_db_snapshot.ok_encryption__encryption_key__sharing.db_snapshot_arn
  target_db_snapshot_identifier = "copy"
}

resource "aws_db_instance_automated_backups_replication" "bad_encryption__encryption_key__omitted" {
  source_db_instance_arn = "arn:aws:rds:us-west-2:111122223333:db:records"
}

resource "aws_db_instance_automated_backups_replication" "ok_encryption__encryption_key__backup" {
  source_db_instance_arn = "arn:aws:rds:us-west-2:111122223333:db:records"
  kms_key_id             = aws_kms_key.key.arn
}

resource "aws_rds_cluster_parameter_group" "aurora_postgresql" {
  name   = "aurora-postgresql"
  family = "aurora-postgresql16"
  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }
  parameter {
    name  = "pgaudit.log"
    value = "all"
  }
  parameter {
    name         = "shared_preload_libraries"
    value        = "pg_stat_statements,pgaudit"
    apply_method = "pending-reboot"
  }
}

resource "aws_rds_cluster_parameter_group" "aurora_mysql" {
  name   = "aurora-mysql"
  family = "aurora-mysql8.0"
  parameter {
    name  = "require_secure_transport"
    value = "ON"
  }
  parameter {
    name  = "server_audit_logging"
    value = "1"
  }
  parameter {
    name  = "server_audit_events"
    value = "CONNECT,QUERY"
  }
}

resource "aws_rds_cluster" "bad_encryption__encryption_key__transit__audit_log__statement_log__deletion_protection__iam_authentication__omitted" {
  cluster_identifier = "plain"
  engine             = "aurora-mysql"
}

resource "aws_rds_cluster" "ok_encryption__encryption_key__transit__audit_log__statement_log__backup__deletion_protection__final_snapshot__iam_authentication" {
  cluster_identifier                  = "records"
  engine                              = "aurora-postgresql"
  storage_encrypted                   = true
  kms_key_id                          = aws_kms_key.key.arn
  db_cluster_parameter_group_name     = aws_rds_cluster_parameter_group.aurora_postgresql.name
  enabled_cloudwatch_logs_exports     = ["postgresql"]
  backup_retention_period             = 35
  deletion_protection                 = true
  final_snapshot_identifier           = "records-final"
  iam_database_authentication_enabled = true
}

resource "aws_rds_cluster" "ok_transit__audit_log__statement_log__mysql" {
  cluster_identifier              = "mysql"
  engine                          = "aurora-mysql"
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.aurora_mysql.name
  enabled_cloudwatch_logs_exports = ["audit", "error"]
}

resource "aws_rds_cluster" "bad_encryption_key__transit__audit_log__final_snapshot__switched_off" {
  cluster_identifier              = "lax"
  engine                          = "aurora-postgresql"
  engine_version                  = "15.4"
  storage_encrypted               = true
  db_cluster_parameter_group_name = "default.aurora-postgresql15"
  skip_final_snapshot             = true
}

resource "aws_rds_cluster" "ok_transit__new_mysql" {
  cluster_identifier = "mysql84"
  engine             = "aurora-mysql"
  engine_version     = "8.4.mysql_aurora.8.4.7"
}

resource "aws_rds_cluster" "ok_audit_log__activity_stream" {
  cluster_identifier = "streamed"
  engine             = "aurora-postgresql"
}

resource "aws_rds_cluster_activity_stream" "ok_encryption_key" {
  resource_arn = aws_rds_cluster.ok_audit_log__activity_stream.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.key.key_id
}

resource "aws_rds_cluster_activity_stream" "bad_encryption_key" {
  resource_arn = "arn:aws:rds:us-east-1:111122223333:cluster:elsewhere"
  mode         = "async"
  kms_key_id   = "alias/aws/rds"
}

resource "aws_rds_cluster" "ok_encryption__serverless" {
  cluster_identifier = "serverless"
  engine             = "aurora-mysql"
  engine_mode        = "serverless"
}

resource "aws_rds_cluster" "ok_encryption__global" {
  cluster_identifier        = "secondary"
  engine                    = "aurora-postgresql"
  global_cluster_identifier = aws_rds_global_cluster.ok_encryption__deletion_protection.id
}

resource "aws_rds_global_cluster" "bad_encryption__deletion_protection__omitted" {
  global_cluster_identifier = "plain"
  engine                    = "aurora-postgresql"
}

resource "aws_rds_global_cluster" "ok_encryption__deletion_protection" {
  global_cluster_identifier = "records"
  engine                    = "aurora-postgresql"
  storage_encrypted         = true
  deletion_protection       = true
}

resource "aws_rds_global_cluster" "ok_encryption__of_the_cluster" {
  global_cluster_identifier    = "made-of-one"
  source_db_cluster_identifier = aws_rds_cluster.ok_encryption__encryption_key__transit__audit_log__statement_log__backup__deletion_protection__final_snapshot__iam_authentication.arn
  force_destroy                = true
}

resource "aws_rds_cluster_instance" "ok_encryption__encryption_key__public_endpoint" {
  cluster_identifier = aws_rds_cluster.ok_encryption__encryption_key__transit__audit_log__statement_log__backup__deletion_protection__final_snapshot__iam_authentication.id
  engine             = "aurora-postgresql"
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_instance" "bad_encryption__encryption_key__public_endpoint" {
  cluster_identifier  = aws_rds_cluster.bad_encryption__encryption_key__transit__audit_log__statement_log__deletion_protection__iam_authentication__omitted.id
  engine              = "aurora-mysql"
  instance_class      = "db.r6g.large"
  publicly_accessible = true
}

resource "aws_rds_cluster_instance" "bad_encryption_key__insights" {
  cluster_identifier           = aws_rds_cluster.ok_encryption__encryption_key__transit__audit_log__statement_log__backup__deletion_protection__final_snapshot__iam_authentication.id
  engine                       = "aurora-postgresql"
  instance_class               = "db.r6g.large"
  performance_insights_enabled = true
}

resource "aws_rds_shard_group" "bad_public_endpoint" {
  db_shard_group_identifier = "open"
  db_cluster_identifier     = "elsewhere"
  max_acu                   = 768
  publicly_accessible       = true
}

resource "aws_rds_shard_group" "ok_public_endpoint" {
  db_shard_group_identifier = "private"
  db_cluster_identifier     = "elsewhere"
  max_acu                   = 768
  publicly_accessible       = false
}

resource "aws_db_cluster_snapshot" "ok_encryption__encryption_key__sharing" {
  db_cluster_identifier          = aws_rds_cluster.ok_encryption__encryption_key__transit__audit_log__statement_log__backup__deletion_protection__final_snapshot__iam_authentication.id
  db_cluster_snapshot_identifier = "records"
}

resource "aws_db_cluster_snapshot" "bad_encryption__encryption_key__sharing" {
  db_cluster_identifier          = aws_rds_cluster.bad_encryption__encryption_key__transit__audit_log__statement_log__deletion_protection__iam_authentication__omitted.id
  db_cluster_snapshot_identifier = "plain"
  shared_accounts                = ["111122223333", "all"]
}

resource "aws_rds_cluster_snapshot_copy" "ok_encryption__encryption_key__sharing" {
  source_db_cluster_snapshot_identifier = "arn:aws:rds:us-east-1:111122223333:cluster-snapshot:elsewhere"
  target_db_cluster_snapshot_identifier = "keyed"
  kms_key_id                            = aws_kms_key.key.arn
}

resource "aws_rds_cluster_snapshot_copy" "bad_encryption__encryption_key__sharing" {
  source_db_cluster_snapshot_identifier = aws_db_cluster_snapshot.bad_encryption__encryption_key__sharing.db_cluster_snapshot_arn
  target_db_cluster_snapshot_identifier = "plain-copy"
  shared_accounts                       = ["all"]
}

resource "aws_rds_export_task" "ok_encryption_key" {
  export_task_identifier = "records"
  source_arn             = "arn:aws:rds:us-east-1:111122223333:snapshot:records"
  s3_bucket_name         = "exports"
  iam_role_arn           = "arn:aws:iam::111122223333:role/export"
  kms_key_id             = aws_kms_key.key.arn
}

resource "aws_rds_integration" "bad_encryption_key__omitted" {
  integration_name = "plain"
  source_arn       = "arn:aws:rds:us-east-1:111122223333:cluster:records"
  target_arn       = "arn:aws:redshift-serverless:us-east-1:111122223333:namespace/8c1f0a52"
}

resource "aws_rds_integration" "ok_encryption_key" {
  integration_name = "keyed"
  source_arn       = "arn:aws:rds:us-east-1:111122223333:cluster:records"
  target_arn       = "arn:aws:redshift-serverless:us-east-1:111122223333:namespace/8c1f0a52"
  kms_key_id       = aws_kms_key.key.arn
}

resource "aws_db_proxy" "bad_transit__iam_authentication__omitted" {
  name           = "plain"
  engine_family  = "POSTGRESQL"
  role_arn       = "arn:aws:iam::111122223333:role/proxy"
  vpc_subnet_ids = ["subnet-0123456789abcdef0"]
  auth {
    secret_arn = "arn:aws:secretsmanager:us-east-1:111122223333:secret:records"
  }
}

resource "aws_db_proxy" "ok_transit__iam_authentication" {
  name           = "records"
  engine_family  = "POSTGRESQL"
  role_arn       = "arn:aws:iam::111122223333:role/proxy"
  vpc_subnet_ids = ["subnet-0123456789abcdef0"]
  require_tls    = true
  auth {
    iam_auth   = "REQUIRED"
    secret_arn = "arn:aws:secretsmanager:us-east-1:111122223333:secret:records"
  }
}

resource "aws_rds_export_task" "bad_encryption_key" {
  export_task_identifier = "managed"
  source_arn             = "arn:aws:rds:us-east-1:111122223333:snapshot:records"
  s3_bucket_name         = "exports"
  iam_role_arn           = "arn:aws:iam::111122223333:role/export"
  kms_key_id             = "alias/aws/rds"
}

variable "password" {
  default   = "from-a-variable"
  sensitive = true
}

resource "aws_db_instance" "ok_plain_secret" {
  engine              = "postgres"
  instance_class      = "db.t3.medium"
  allocated_storage   = 20
  username            = "portal"
  password            = var.password
  skip_final_snapshot = true
}

resource "aws_db_instance" "ok_plain_secret__omitted" {
  engine                      = "postgres"
  instance_class              = "db.t3.medium"
  allocated_storage           = 20
  username                    = "portal"
  manage_master_user_password = true
  skip_final_snapshot         = true
}

resource "aws_db_instance" "bad_plain_secret" {
  engine              = "postgres"
  instance_class      = "db.t3.medium"
  allocated_storage   = 20
  username            = "portal"
  password            = "in-the-code"
  skip_final_snapshot = true
}

resource "aws_rds_cluster" "ok_plain_secret" {
  engine              = "aurora-postgresql"
  master_username     = "portal"
  master_password     = var.password
  skip_final_snapshot = true
}

resource "aws_rds_cluster" "bad_plain_secret" {
  engine              = "aurora-postgresql"
  master_username     = "portal"
  master_password     = "in-the-code"
  skip_final_snapshot = true
}

resource "aws_db_instance" "ok_plain_secret__write_only" {
  engine              = "postgres"
  instance_class      = "db.t3.medium"
  allocated_storage   = 20
  username            = "portal"
  password_wo         = var.password
  password_wo_version = 1
  skip_final_snapshot = true
}

resource "aws_db_instance" "bad_plain_secret__write_only" {
  engine              = "postgres"
  instance_class      = "db.t3.medium"
  allocated_storage   = 20
  username            = "portal"
  password_wo         = "not-a-real-one"
  password_wo_version = 1
  skip_final_snapshot = true
}

# Who logs in and out.
resource "aws_db_parameter_group" "connections" {
  family = "postgres17"
  parameter {
    name  = "log_connections"
    value = "1"
  }
  parameter {
    name  = "log_disconnections"
    value = "1"
  }
}

resource "aws_db_parameter_group" "connections_only" {
  family = "postgres17"
  parameter {
    name  = "log_connections"
    value = "1"
  }
}

resource "aws_db_instance" "ok_connection_log__managed_password__minor_upgrades__engine_support__engine_flaw__ca_certificate__os_monitoring__performance_insights__zones__snapshot_tags__admin_name__default_port" {
  identifier                      = "careful"
  engine                          = "postgres"
  engine_version                  = "17.6"
  instance_class                  = "db.m7g.large"
  username                        = "keeper"
  manage_master_user_password     = true
  master_user_secret_kms_key_id   = aws_kms_key.key.arn
  auto_minor_version_upgrade      = true
  ca_cert_identifier              = "rds-ca-rsa4096-g1"
  copy_tags_to_snapshot           = true
  monitoring_interval             = 60
  monitoring_role_arn             = "arn:aws:iam::111122223333:role/monitoring"
  multi_az                        = true
  parameter_group_name            = aws_db_parameter_group.connections.name
  performance_insights_enabled    = true
  performance_insights_kms_key_id = aws_kms_key.key.arn
  port                            = 6543
}

resource "aws_db_instance" "bad_connection_log__managed_password__minor_upgrades__engine_support__engine_flaw__ca_certificate__os_monitoring__performance_insights__zones__snapshot_tags__admin_name__default_port" {
  identifier                   = "careless"
  engine                       = "postgres"
  engine_version               = "12.4"
  instance_class               = "db.m7g.large"
  username                     = "postgres"
  password                     = var.password
  auto_minor_version_upgrade   = false
  ca_cert_identifier           = "rds-ca-2019"
  copy_tags_to_snapshot        = false
  monitoring_interval          = 0
  multi_az                     = false
  parameter_group_name         = aws_db_parameter_group.connections_only.name
  performance_insights_enabled = false
  port                         = 5432
}

resource "aws_db_instance" "bad_connection_log__managed_password__os_monitoring__performance_insights__zones__snapshot_tags__default_port__omitted" {
  engine         = "mysql"
  instance_class = "db.m7g.large"
}

resource "aws_db_instance" "ok_minor_upgrades__ca_certificate__engine_flaw__omitted" {
  engine         = "postgres"
  instance_class = "db.m7g.large"
}

resource "aws_db_instance" "ok_managed_password__write_only" {
  engine              = "mysql"
  instance_class      = "db.m7g.large"
  username            = "keeper"
  password_wo         = var.password
  password_wo_version = 1
}

resource "aws_db_instance" "ok_connection_log__engine_support__mysql" {
  engine            = "mysql"
  engine_version    = "8.4.6"
  instance_class    = "db.m7g.large"
  option_group_name = aws_db_option_group.audit_connections.name
}

resource "aws_db_instance" "bad_engine_support__older_than_the_table" {
  engine         = "mariadb"
  engine_version = "10.2"
  instance_class = "db.m7g.large"
}

resource "aws_db_instance" "ok_engine_flaw__later_minor_version" {
  engine         = "postgres"
  engine_version = "13.3"
  instance_class = "db.m7g.large"
}

resource "aws_db_instance" "bad_encryption_key__password_under_a_key_of_aws" {
  engine                      = "postgres"
  instance_class              = "db.m7g.large"
  storage_encrypted           = true
  kms_key_id                  = aws_kms_key.key.arn
  manage_master_user_password = true
}

resource "aws_db_parameter_group" "old_tls" {
  family = "mysql8.0"
  parameter {
    name  = "require_secure_transport"
    value = "1"
  }
  parameter {
    name  = "tls_version"
    value = "TLSv1.1,TLSv1.2"
  }
}

resource "aws_db_instance" "bad_transit__old_tls" {
  engine               = "mysql"
  instance_class       = "db.m7g.large"
  parameter_group_name = aws_db_parameter_group.old_tls.name
}

resource "aws_db_parameter_group" "new_tls" {
  family = "postgres16"
  parameter {
    name  = "ssl_min_protocol_version"
    value = "TLSv1.3"
  }
}

resource "aws_db_instance" "ok_transit__new_tls" {
  engine               = "postgres"
  instance_class       = "db.m7g.large"
  parameter_group_name = aws_db_parameter_group.new_tls.name
}

# The audit that is set up but never loaded, and the one that writes no event.
resource "aws_db_parameter_group" "pgaudit_unloaded" {
  family = "postgres17"
  parameter {
    name  = "pgaudit.log"
    value = "all"
  }
}

resource "aws_db_instance" "bad_statement_log__pgaudit_not_loaded" {
  engine               = "postgres"
  instance_class       = "db.m7g.large"
  parameter_group_name = aws_db_parameter_group.pgaudit_unloaded.name
}

resource "aws_rds_cluster_parameter_group" "eventless" {
  family = "aurora-mysql8.0"
  parameter {
    name  = "server_audit_logging"
    value = "1"
  }
}

resource "aws_rds_cluster" "bad_statement_log__connection_log__no_event_named" {
  engine                          = "aurora-mysql"
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.eventless.name
}

resource "aws_rds_cluster_parameter_group" "connections" {
  family = "aurora-mysql8.0"
  parameter {
    name  = "server_audit_logging"
    value = "1"
  }
  parameter {
    name  = "server_audit_events"
    value = "CONNECT,QUERY_DDL"
  }
}

resource "aws_rds_cluster" "ok_connection_log__managed_password__engine_support__zones__backtrack__snapshot_tags__admin_name__default_port" {
  cluster_identifier              = "careful"
  engine                          = "aurora-mysql"
  engine_version                  = "8.0.mysql_aurora.3.10.0"
  master_username                 = "keeper"
  manage_master_user_password     = true
  backtrack_window                = 86400
  copy_tags_to_snapshot           = true
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.connections.name
  port                            = 6543
}

resource "aws_rds_cluster_instance" "ok_minor_upgrades__ca_certificate__os_monitoring__performance_insights__zones" {
  count                           = 2
  cluster_identifier              = aws_rds_cluster.ok_connection_log__managed_password__engine_support__zones__backtrack__snapshot_tags__admin_name__default_port.id
  engine                          = "aurora-mysql"
  instance_class                  = "db.r7g.large"
  monitoring_interval             = 30
  monitoring_role_arn             = "arn:aws:iam::111122223333:role/monitoring"
  performance_insights_enabled    = true
  performance_insights_kms_key_id = aws_kms_key.key.arn
}

resource "aws_rds_cluster" "bad_connection_log__managed_password__engine_support__zones__backtrack__snapshot_tags__admin_name__default_port" {
  cluster_identifier = "careless"
  engine             = "aurora-mysql"
  engine_version     = "5.7.mysql_aurora.2.11.1"
  master_username    = "admin"
  master_password    = var.password
}

resource "aws_rds_cluster_instance" "bad_minor_upgrades__ca_certificate__os_monitoring__performance_insights__zones" {
  cluster_identifier         = aws_rds_cluster.bad_connection_log__managed_password__engine_support__zones__backtrack__snapshot_tags__admin_name__default_port.id
  engine                     = "aurora-mysql"
  instance_class             = "db.r7g.large"
  auto_minor_version_upgrade = false
  ca_cert_identifier         = "rds-ca-2019"
}

resource "aws_rds_cluster" "bad_zones__instances_in_one_zone" {
  engine = "aurora-postgresql"
}

resource "aws_rds_cluster_instance" "bad_zones__in_one_zone" {
  count              = 2
  cluster_identifier = aws_rds_cluster.bad_zones__instances_in_one_zone.id
  engine             = "aurora-postgresql"
  instance_class     = "db.r7g.large"
  availability_zone  = "us-east-1a"
}

resource "aws_rds_cluster" "bad_engine_flaw" {
  engine         = "aurora-postgresql"
  engine_version = "11.7"
}

resource "aws_rds_cluster" "ok_engine_flaw" {
  engine         = "aurora-postgresql"
  engine_version = "16.8"
}

resource "aws_db_instance" "bad_engine_flaw__aurora" {
  engine         = "aurora-postgresql"
  engine_version = "10.12"
  instance_class = "db.r7g.large"
}

# A Multi-AZ DB cluster brings its instances itself.
resource "aws_rds_cluster" "ok_os_monitoring__ca_certificate__multi_az" {
  cluster_identifier        = "three"
  engine                    = "postgres"
  db_cluster_instance_class = "db.m7g.large"
  monitoring_interval       = 60
  monitoring_role_arn       = "arn:aws:iam::111122223333:role/monitoring"
}

resource "aws_rds_cluster" "bad_os_monitoring__ca_certificate__multi_az" {
  cluster_identifier        = "three-old"
  engine                    = "postgres"
  db_cluster_instance_class = "db.m7g.large"
  ca_certificate_identifier = "rds-ca-2019"
}

resource "aws_db_event_subscription" "ok_event_coverage__omitted" {
  sns_topic = "arn:aws:sns:us-east-1:111122223333:events"
}

resource "aws_db_event_subscription" "ok_event_coverage__instances" {
  sns_topic        = "arn:aws:sns:us-east-1:111122223333:events"
  source_type      = "db-instance"
  event_categories = ["configuration change", "deletion", "failure", "maintenance"]
}

resource "aws_db_event_subscription" "bad_event_coverage__instances" {
  sns_topic        = "arn:aws:sns:us-east-1:111122223333:events"
  source_type      = "db-instance"
  event_categories = ["backup"]
}

resource "aws_db_event_subscription" "bad_event_coverage__switched_off" {
  sns_topic = "arn:aws:sns:us-east-1:111122223333:events"
  enabled   = false
}

resource "aws_rds_global_cluster" "ok_engine_support" {
  global_cluster_identifier = "current"
  engine                    = "aurora-postgresql"
  engine_version            = "16.8"
}

resource "aws_rds_global_cluster" "bad_engine_support" {
  global_cluster_identifier = "old"
  engine                    = "aurora-postgresql"
  engine_version            = "13.9"
}
