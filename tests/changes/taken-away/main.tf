# A plan over ../estate that takes away: what is not here any more is deleted, an identifier that changes replaces the database.

provider "aws" {
  region = "us-east-1"
  default_tags {
    tags = { DataClass = "ephi" }
  }
}

resource "aws_kms_key" "kept" {
  description = "Stays"
}

resource "aws_sqs_queue" "under_outlived" {
  name              = "under-outlived"
  kms_master_key_id = aws_kms_key.kept.arn
}

resource "aws_rds_cluster" "replaced" {
  cluster_identifier          = "replaced"
  engine                      = "aurora-postgresql"
  master_username             = "another"
  database_name               = "records"
  manage_master_user_password = true
  engine_version              = "16.4"
  skip_final_snapshot         = false
  final_snapshot_identifier   = "replaced-final"
}

resource "aws_rds_cluster" "restored" {
  cluster_identifier          = "restored"
  engine                      = "aurora-postgresql"
  master_username             = "another"
  database_name               = "records"
  manage_master_user_password = true
  engine_version              = "16.4"
  snapshot_identifier         = "restored-final"
  skip_final_snapshot         = false
  final_snapshot_identifier   = "restored-final-2"
}

resource "aws_s3_bucket" "rekeyed" {
  bucket = "estate-rekeyed"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "rekeyed" {
  bucket = aws_s3_bucket.rekeyed.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.kept.arn
    }
  }
}

resource "aws_cloudwatch_log_group" "weakened" {
  name              = "weakened"
  retention_in_days = 400
}

resource "aws_cloudwatch_log_group" "held" {
  name              = "held"
  retention_in_days = 1096
}

resource "aws_cloudwatch_log_group" "too_little" {
  name              = "too-little"
  retention_in_days = 30
}
