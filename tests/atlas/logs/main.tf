# Facts of Amazon CloudWatch Logs; see tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_kms_key" "key" {}

locals {
  everyone = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "logs:PutSubscriptionFilter", Resource = "*" }]
  })
  one = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "444455556666" }
      Action    = "logs:PutSubscriptionFilter"
      Resource  = "*"
    }]
  })
}

resource "aws_cloudwatch_log_group" "ok_encryption__encryption_key__log_retention" {
  name              = "right"
  kms_key_id        = aws_kms_key.key.arn
  retention_in_days = 2557
}

resource "aws_cloudwatch_log_group" "bad_encryption_key__omitted" {
  name = "omitted"
}

resource "aws_cloudwatch_log_group" "ok_log_retention__forever" {
  name              = "forever"
  retention_in_days = 0
}

resource "aws_cloudwatch_log_resource_policy" "bad_policy_exposure" {
  policy_name     = "everyone"
  policy_document = local.everyone
}

resource "aws_cloudwatch_log_resource_policy" "ok_policy_exposure" {
  policy_name     = "one"
  policy_document = local.one
}

resource "aws_cloudwatch_log_destination_policy" "bad_policy_exposure" {
  destination_name = "central"
  access_policy    = local.everyone
}

resource "aws_cloudwatch_log_destination_policy" "ok_policy_exposure" {
  destination_name = "central"
  access_policy    = local.one
}

resource "aws_cloudwatch_log_delivery_destination_policy" "bad_policy_exposure" {
  delivery_destination_name   = "central"
  delivery_destination_policy = local.everyone
}

resource "aws_cloudwatch_log_anomaly_detector" "ok_encryption__encryption_key" {
  log_group_arn_list = ["arn:aws:logs:us-east-1:111122223333:log-group:portal"]
  enabled            = true
  kms_key_id         = aws_kms_key.key.arn
}

resource "aws_cloudwatch_log_anomaly_detector" "bad_encryption_key__omitted" {
  log_group_arn_list = ["arn:aws:logs:us-east-1:111122223333:log-group:portal"]
  enabled            = true
}

resource "aws_cloudwatch_log_delivery_destination_policy" "ok_policy_exposure" {
  delivery_destination_name   = "central"
  delivery_destination_policy = local.one
}
