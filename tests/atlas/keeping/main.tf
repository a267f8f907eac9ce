# Numbers that are there and too small, and what no plan backs up; see tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_cloudwatch_log_group" "ok_log_period__log_retention" {
  name              = "year"
  retention_in_days = 365
}

resource "aws_cloudwatch_log_group" "bad_log_retention" {
  name              = "month"
  retention_in_days = 30
}

resource "aws_cloudwatch_log_group" "bad_log_period__omitted" {
  name = "for-ever"
}

resource "aws_cloudwatch_log_group" "bad_log_period__zero" {
  name              = "for-ever-said"
  retention_in_days = 0
}

resource "aws_kinesis_stream" "bad_stream_retention__omitted" {
  name        = "vitals"
  shard_count = 1
}

resource "aws_cognito_user_pool" "ok_password_length" {
  name = "patients"
  password_policy {
    minimum_length = 14
  }
}

resource "aws_cognito_user_pool" "bad_password_length" {
  name = "visitors"
  password_policy {
    minimum_length = 8
  }
}

resource "aws_cognito_user_pool" "bad_password_length__omitted" {
  name = "guests"
}

resource "aws_docdb_cluster" "bad_backup__omitted" {
  cluster_identifier = "letters"
}

resource "aws_docdb_cluster" "ok_backup" {
  cluster_identifier      = "records"
  backup_retention_period = 14
}

resource "aws_neptune_cluster" "bad_backup__omitted" {
  cluster_identifier = "relations"
}

resource "aws_neptune_cluster" "ok_backup" {
  cluster_identifier      = "families"
  backup_retention_period = 14
}

resource "aws_rds_cluster" "bad_backup__omitted" {
  cluster_identifier = "visits"
  engine             = "aurora-postgresql"
  storage_encrypted  = true
}

resource "aws_rds_cluster" "ok_backup" {
  cluster_identifier      = "charts"
  engine                  = "aurora-postgresql"
  storage_encrypted       = true
  backup_retention_period = 14
}

resource "aws_backup_plan" "ok_backup" {
  name = "daily"
  rule {
    rule_name         = "daily"
    target_vault_name = "central"
    schedule          = "cron(0 5 ? * * *)"
    lifecycle {
      delete_after = 35
    }
  }
}

resource "aws_backup_plan" "bad_backup" {
  name = "fleeting"
  rule {
    rule_name         = "fleeting"
    target_vault_name = "central"
    schedule          = "cron(0 5 ? * * *)"
    lifecycle {
      delete_after = 3
    }
  }
}

resource "aws_backup_selection" "daily" {
  name         = "daily"
  plan_id      = aws_backup_plan.ok_backup.id
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  resources    = [aws_instance.ok_recovery_gap.arn, aws_dynamodb_table.ok_recovery_gap.arn]
}

resource "aws_instance" "ok_recovery_gap" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m7i.large"
  ebs_block_device {
    device_name = "/dev/sdb"
    volume_size = 100
    encrypted   = true
  }
}

resource "aws_instance" "bad_recovery_gap__unselected" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m7i.large"
  ebs_block_device {
    device_name = "/dev/sdb"
    volume_size = 100
    encrypted   = true
  }
}

resource "aws_dynamodb_table" "ok_recovery_gap" {
  name         = "sessions"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_dynamodb_table" "bad_recovery_gap__unselected" {
  name         = "visits"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_s3_bucket" "bad_public_access_block__acls" {
  bucket = "open"
}

resource "aws_s3_bucket_public_access_block" "acls" {
  bucket                  = aws_s3_bucket.bad_public_access_block__acls.id
  block_public_acls       = false
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_directory_service_radius_settings" "bad_transit__weak" {
  directory_id            = "d-1234567890"
  authentication_protocol = "CHAP"
  display_label           = "token"
  radius_port             = 1812
  radius_retries          = 3
  radius_servers          = ["10.0.1.5"]
  radius_timeout          = 10
  shared_secret           = terraform_data.later.id
}

resource "terraform_data" "later" {}

resource "aws_neptune_cluster" "graph" {
  cluster_identifier = "graph"
  storage_encrypted  = true
}

# Neptune shares its snapshots through the interface of Amazon RDS: its own resource has no argument for it.
resource "aws_db_cluster_snapshot" "ok_sharing" {
  db_cluster_identifier          = aws_neptune_cluster.graph.cluster_identifier
  db_cluster_snapshot_identifier = "graph-own"
}

resource "aws_db_cluster_snapshot" "bad_sharing" {
  db_cluster_identifier          = aws_neptune_cluster.graph.cluster_identifier
  db_cluster_snapshot_identifier = "graph-shared"
  shared_accounts                = ["all"]
}

resource "aws_glue_connection" "ok_transit" {
  name            = "over-tls"
  connection_type = "JDBC"
  connection_properties = {
    JDBC_CONNECTION_URL = "jdbc:postgresql://db.example.org/records"
    JDBC_ENFORCE_SSL    = "true"
    SECRET_ID           = "records"
  }
}

resource "aws_glue_connection" "bad_transit__said" {
  name            = "in-clear"
  connection_type = "JDBC"
  connection_properties = {
    JDBC_CONNECTION_URL = "jdbc:postgresql://db.example.org/records"
    JDBC_ENFORCE_SSL    = "false"
    SECRET_ID           = "records"
  }
}

# What only denies takes permissions from a user, and gives none.
resource "aws_iam_user" "ok_direct_grant__denied" {
  name = "night-shift"
}

resource "aws_iam_user_policy" "ok_direct_grant__denied" {
  user   = aws_iam_user.ok_direct_grant__denied.name
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Deny", Action = "*", Resource = "*" }] })
}

resource "aws_iam_policy" "quarantine" {
  name   = "quarantine"
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Deny", Action = "*", Resource = "*" }] })
}

resource "aws_iam_user_policy_attachment" "ok_direct_grant__denied" {
  user       = aws_iam_user.ok_direct_grant__denied.name
  policy_arn = aws_iam_policy.quarantine.arn
}

resource "aws_iam_user" "bad_direct_grant__besides" {
  name = "day-shift"
}

resource "aws_iam_user_policy" "bad_direct_grant__besides" {
  user = aws_iam_user.bad_direct_grant__besides.name
  policy = jsonencode({ Version = "2012-10-17", Statement = [
    { Effect = "Deny", Action = "iam:*", Resource = "*" },
    { Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::records/*" },
  ] })
}
