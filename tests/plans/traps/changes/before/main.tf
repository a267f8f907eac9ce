# What exists before the plan of the folder above: applied once to a mock of AWS, see scripts/record-traps.ts.

provider "aws" {
  region = "us-east-1"
}

resource "aws_kms_key" "kept" {
  description = "clinic"
}

resource "aws_s3_bucket" "updated" {
  bucket = "phiward-trap-updated"
}

resource "aws_s3_bucket_versioning" "updated" {
  bucket = aws_s3_bucket.updated.id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket" "forgotten" {
  bucket = "phiward-trap-forgotten"
}

resource "aws_sns_topic" "kept" {
  name              = "phiward-trap-kept"
  kms_master_key_id = aws_kms_key.kept.arn
}

resource "aws_sqs_queue" "replaced" {
  name = "phiward-trap-replaced"
}

resource "aws_sqs_queue" "created_first" {
  name = "phiward-trap-first"
}

resource "aws_sqs_queue" "deleted" {
  name = "phiward-trap-deleted"
}

resource "aws_sqs_queue" "old_address" {
  name = "phiward-trap-moved"
}

resource "aws_sqs_queue" "old_changed" {
  name                       = "phiward-trap-moved-changed"
  visibility_timeout_seconds = 30
}

resource "aws_sqs_queue" "each" {
  for_each = toset(["a", "b"])
  name     = "phiward-trap-${each.key}"
}
