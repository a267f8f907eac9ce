# What the configuration says of encryption, and what it leaves to a default of the service; see tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_kms_key" "key" {}

resource "aws_s3_bucket" "ok_encryption_written" {
  bucket = "records"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "records" {
  bucket = aws_s3_bucket.ok_encryption_written.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket" "ok_encryption_written__inline" {
  bucket = "letters"
  server_side_encryption_configuration {
    rule {
      apply_server_side_encryption_by_default {
        sse_algorithm     = "aws:kms"
        kms_master_key_id = aws_kms_key.key.arn
      }
    }
  }
}

resource "aws_s3_bucket" "bad_encryption_written__omitted" {
  bucket = "scans"
}

# A rule of the bucket key alone names no encryption.
resource "aws_s3_bucket" "bad_encryption_written__bucket_key" {
  bucket = "exports"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "exports" {
  bucket = aws_s3_bucket.bad_encryption_written__bucket_key.id
  rule {
    bucket_key_enabled = true
  }
}

resource "aws_sqs_queue" "ok_encryption_written" {
  name                    = "intake"
  sqs_managed_sse_enabled = true
}

resource "aws_sqs_queue" "ok_encryption_written__key" {
  name              = "orders"
  kms_master_key_id = aws_kms_key.key.id
}

resource "aws_sqs_queue" "bad_encryption_written__omitted" {
  name = "letters"
}

# Judged as unencrypted, and not again as unwritten.
resource "aws_sqs_queue" "off" {
  name                    = "off"
  sqs_managed_sse_enabled = false
}

resource "aws_athena_database" "ok_encryption_written" {
  name   = "records"
  bucket = "records"
  encryption_configuration {
    encryption_option = "SSE_S3"
  }
}

resource "aws_athena_database" "bad_encryption_written__omitted" {
  name   = "letters"
  bucket = "records"
}

resource "aws_msk_cluster" "ok_encryption_written" {
  cluster_name           = "records"
  kafka_version          = "3.6.0"
  number_of_broker_nodes = 2
  broker_node_group_info {
    client_subnets  = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
    instance_type   = "kafka.m7g.large"
    security_groups = ["sg-0123456789abcdef0"]
  }
  encryption_info {
    encryption_at_rest_kms_key_arn = aws_kms_key.key.arn
  }
}

resource "aws_msk_cluster" "bad_encryption_written__omitted" {
  cluster_name           = "letters"
  kafka_version          = "3.6.0"
  number_of_broker_nodes = 2
  broker_node_group_info {
    client_subnets  = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
    instance_type   = "kafka.m7g.large"
    security_groups = ["sg-0123456789abcdef0"]
  }
}

resource "aws_elasticache_replication_group" "ok_encryption_written" {
  replication_group_id       = "records"
  description                = "written"
  engine                     = "valkey"
  at_rest_encryption_enabled = true
}

resource "aws_elasticache_replication_group" "bad_encryption_written__omitted" {
  replication_group_id = "letters"
  description          = "left to the default"
  engine               = "valkey"
}
