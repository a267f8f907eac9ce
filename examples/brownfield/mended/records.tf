resource "aws_db_instance" "records" {
  identifier                          = "portal-records"
  engine                              = "postgres"
  engine_version                      = "16.4"
  instance_class                      = "db.m6g.large"
  allocated_storage                   = 100
  db_name                             = "records"
  username                            = "portal"
  manage_master_user_password         = true
  master_user_secret_kms_key_id       = aws_kms_key.main.arn
  iam_database_authentication_enabled = true
  storage_encrypted                   = true
  kms_key_id                          = aws_kms_key.main.arn
  parameter_group_name                = aws_db_parameter_group.records.name
  publicly_accessible                 = false
  backup_retention_period             = 35
  deletion_protection                 = true
  skip_final_snapshot                 = false
  final_snapshot_identifier           = "portal-records-final"
  enabled_cloudwatch_logs_exports     = ["postgresql", "upgrade"]
}

resource "aws_db_parameter_group" "records" {
  name   = "portal-records"
  family = "postgres16"
  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }
}
