# What stands before the plan in ../taken-away: stores, keys, a vault and trails, applied to moto.

provider "aws" {
  region = "us-east-1"
  default_tags {
    tags = { DataClass = "ephi" }
  }
}

resource "aws_kms_key" "outlived" {
  description = "Of the queue, which stays"
}

resource "aws_kms_alias" "outlived" {
  name          = "alias/outlived"
  target_key_id = aws_kms_key.outlived.key_id
}

resource "aws_sqs_queue" "under_outlived" {
  name              = "under-outlived"
  kms_master_key_id = aws_kms_alias.outlived.name
}

resource "aws_kms_key" "of_snapshot" {
  description = "Of a database, which leaves a snapshot"
}

resource "aws_kms_key" "of_bucket" {
  description = "Of a bucket, which changes to another key"
}

resource "aws_kms_key" "of_lost" {
  description = "Of a table, which goes with it"
}

resource "aws_kms_key" "kept" {
  description = "Stays"
}

# Deleted: the name says what is left.
resource "aws_db_instance" "lost" {
  identifier                  = "lost"
  engine                      = "postgres"
  instance_class              = "db.t3.medium"
  allocated_storage           = 20
  username                    = "owner"
  db_name                     = "records"
  manage_master_user_password = true
  engine_version              = "16.4"
  skip_final_snapshot         = true
}

resource "aws_rds_cluster" "kept" {
  cluster_identifier          = "kept"
  engine                      = "aurora-postgresql"
  master_username             = "owner"
  database_name               = "records"
  manage_master_user_password = true
  engine_version              = "16.4"
  storage_encrypted           = true
  kms_key_id                  = aws_kms_key.of_snapshot.arn
  skip_final_snapshot         = false
  final_snapshot_identifier   = "kept-final"
}

resource "aws_rds_cluster" "guarded" {
  cluster_identifier          = "guarded"
  engine                      = "aurora-postgresql"
  master_username             = "owner"
  database_name               = "records"
  manage_master_user_password = true
  engine_version              = "16.4"
  deletion_protection         = true
  skip_final_snapshot         = true
}

# Replaced: by an empty one, and by one that is restored.
resource "aws_rds_cluster" "replaced" {
  cluster_identifier          = "replaced"
  engine                      = "aurora-postgresql"
  master_username             = "owner"
  database_name               = "records"
  manage_master_user_password = true
  engine_version              = "16.4"
  skip_final_snapshot         = false
  final_snapshot_identifier   = "replaced-final"
}

resource "aws_rds_cluster" "restored" {
  cluster_identifier          = "restored"
  engine                      = "aurora-postgresql"
  master_username             = "owner"
  database_name               = "records"
  manage_master_user_password = true
  engine_version              = "16.4"
  skip_final_snapshot         = false
  final_snapshot_identifier   = "restored-final"
}

resource "aws_dynamodb_table" "lost" {
  name         = "lost"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  attribute {
    name = "id"
    type = "S"
  }
  server_side_encryption {
    enabled     = true
    kms_key_arn = aws_kms_key.of_lost.arn
  }
}

resource "aws_dynamodb_table" "kept" {
  name         = "kept"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  attribute {
    name = "id"
    type = "S"
  }
  point_in_time_recovery {
    enabled = true
  }
}

resource "aws_dynamodb_table" "free" {
  name         = "free"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  tags         = { DataClass = "none" }
  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_s3_bucket" "lost" {
  bucket        = "estate-lost"
  force_destroy = true
}

resource "aws_s3_bucket" "guarded" {
  bucket = "estate-guarded"
}

resource "aws_s3_bucket" "rekeyed" {
  bucket = "estate-rekeyed"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "rekeyed" {
  bucket = aws_s3_bucket.rekeyed.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.of_bucket.arn
    }
  }
}

resource "aws_backup_vault" "lost" {
  name          = "lost"
  force_destroy = true
}

resource "aws_backup_vault" "guarded" {
  name = "guarded"
}

# A bucket of access logs, from which nothing keeps anybody.
resource "aws_s3_bucket" "lost_logs" {
  bucket        = "estate-logs"
  force_destroy = true
  tags          = { DataClass = "ephi-derived" }
}

resource "aws_s3_bucket_policy" "lost_logs" {
  bucket = aws_s3_bucket.lost_logs.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "logging.s3.amazonaws.com" }
      Action    = "s3:PutObject"
      Resource  = "arn:aws:s3:::estate-logs/access/*"
    }]
  })
}

resource "aws_s3_bucket_logging" "rekeyed" {
  depends_on    = [aws_s3_bucket_policy.lost_logs]
  bucket        = aws_s3_bucket.rekeyed.id
  target_bucket = aws_s3_bucket.lost_logs.id
  target_prefix = "access/"
}

# What the plan weakens, though it stays enough.
resource "aws_cloudwatch_log_group" "weakened" {
  name              = "weakened"
  retention_in_days = 731
}

resource "aws_cloudwatch_log_group" "held" {
  name              = "held"
  retention_in_days = 731
}

resource "aws_cloudwatch_log_group" "too_little" {
  name              = "too-little"
  retention_in_days = 731
}
