# Every action of a plan: create, read, update, delete, both orders of replacement, no-op, move, import and forget.

provider "aws" {
  region = "us-east-1"
}

resource "aws_kms_key" "kept" {
  description = "clinic"
}

resource "aws_s3_bucket" "updated" {
  bucket = "phiward-trap-updated"
  tags = {
    DataClass = "ephi"
  }
}

resource "aws_s3_bucket_versioning" "updated" {
  bucket = aws_s3_bucket.updated.id
  versioning_configuration {
    status = "Suspended"
  }
}

removed {
  from = aws_s3_bucket.forgotten
  lifecycle {
    destroy = false
  }
}

resource "aws_sns_topic" "kept" {
  name              = "phiward-trap-kept"
  kms_master_key_id = aws_kms_key.kept.arn
}

resource "aws_sqs_queue" "replaced" {
  name = "phiward-trap-replaced-anew"
}

resource "aws_sqs_queue" "created_first" {
  name = "phiward-trap-first-anew"
  lifecycle {
    create_before_destroy = true
  }
}

moved {
  from = aws_sqs_queue.old_address
  to   = aws_sqs_queue.new_address
}

resource "aws_sqs_queue" "new_address" {
  name = "phiward-trap-moved"
}

moved {
  from = aws_sqs_queue.old_changed
  to   = aws_sqs_queue.new_changed
}

resource "aws_sqs_queue" "new_changed" {
  name                       = "phiward-trap-moved-changed"
  visibility_timeout_seconds = 60
}

resource "aws_sqs_queue" "each" {
  for_each = toset(["a"])
  name     = "phiward-trap-${each.key}"
}

import {
  to = terraform_data.imported
  id = "imported"
}

resource "terraform_data" "imported" {}

resource "aws_s3_bucket" "created" {}

data "aws_iam_policy_document" "read" {
  statement {
    actions   = ["sqs:SendMessage"]
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "deferred" {
  statement {
    actions   = ["s3:GetObject"]
    resources = [aws_s3_bucket.created.arn]
  }
}
