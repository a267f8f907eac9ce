# A private bucket: versioned, encrypted, TLS only, and logged unless it takes logs itself.

terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

variable "name" { type = string }

variable "key_arn" {
  type    = string
  default = null
}

variable "logs" {
  description = "Bucket that takes the access logs."
  type        = string
  default     = null
}

variable "sink" {
  description = "Account whose access logs the bucket takes. S3 does not deliver them to a bucket under a KMS key."
  type        = string
  default     = null
}

resource "aws_s3_bucket" "this" {
  bucket = var.name
}

resource "aws_s3_bucket_public_access_block" "this" {
  bucket                  = aws_s3_bucket.this.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_ownership_controls" "this" {
  bucket = aws_s3_bucket.this.id
  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_versioning" "this" {
  bucket = aws_s3_bucket.this.id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
  bucket = aws_s3_bucket.this.id
  rule {
    bucket_key_enabled = var.sink == null
    apply_server_side_encryption_by_default {
      sse_algorithm     = var.sink == null ? "aws:kms" : "AES256"
      kms_master_key_id = var.key_arn
    }
  }
}

resource "aws_s3_bucket_logging" "this" {
  count         = var.sink == null ? 1 : 0
  bucket        = aws_s3_bucket.this.id
  target_bucket = var.logs
  target_prefix = "${var.name}/"
}

resource "aws_s3_bucket_policy" "this" {
  bucket = aws_s3_bucket.this.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = concat(local.tls_only, local.own_key_only, var.sink == null ? [] : local.take_logs)
  })
}

locals {
  arn = "arn:aws:s3:::${var.name}"
  tls_only = [{
    Sid       = "TlsOnly"
    Effect    = "Deny"
    Principal = "*"
    Action    = "s3:*"
    Resource  = [local.arn, "${local.arn}/*"]
    Condition = { Bool = { "aws:SecureTransport" = "false" } }
  }]
  # Who names no key gets the bucket's own.
  own_key_only = [{
    Sid       = "OwnKeyOnly"
    Effect    = "Deny"
    Principal = "*"
    Action    = "s3:PutObject"
    Resource  = "${local.arn}/*"
    Condition = { Null = { "s3:x-amz-server-side-encryption-aws-kms-key-id" = "false" } }
  }]
  take_logs = [{
    Sid       = "AccessLogs"
    Effect    = "Allow"
    Principal = { Service = "logging.s3.amazonaws.com" }
    Action    = "s3:PutObject"
    Resource  = "${local.arn}/*"
    Condition = { StringEquals = { "aws:SourceAccount" = var.sink } }
  }]
}

output "id" { value = aws_s3_bucket.this.id }
output "arn" { value = aws_s3_bucket.this.arn }

output "versioned" {
  description = "The bucket's name once versioning is on, for what depends on it."
  value       = aws_s3_bucket_versioning.this.bucket
}
