# What the portal stores: buckets by for_each, tables by count, a topic and a queue.

terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

variable "key_arn" { type = string }
variable "account_id" { type = string }
variable "buckets" { type = map(object({ copied = bool })) }
variable "copies" { type = map(string) }
variable "copy_key" { type = string }
variable "tables" { type = list(string) }

module "logs" {
  source = "../bucket"
  name   = "portal-logs"
  sink   = var.account_id
}

module "bucket" {
  source   = "../bucket"
  for_each = var.buckets
  name     = "portal-${each.key}"
  key_arn  = var.key_arn
  logs     = module.logs.id
}

resource "aws_dynamodb_table" "this" {
  count                       = length(var.tables)
  name                        = "portal-${var.tables[count.index]}"
  billing_mode                = "PAY_PER_REQUEST"
  hash_key                    = "id"
  deletion_protection_enabled = true

  attribute {
    name = "id"
    type = "S"
  }
  point_in_time_recovery {
    enabled = true
  }
  server_side_encryption {
    enabled     = true
    kms_key_arn = var.key_arn
  }
}

resource "aws_sns_topic" "appointments" {
  name              = "portal-appointments"
  kms_master_key_id = var.key_arn
}

resource "aws_sns_topic_policy" "appointments" {
  arn    = aws_sns_topic.appointments.arn
  policy = data.aws_iam_policy_document.topic.json
}

data "aws_iam_policy_document" "topic" {
  statement {
    sid       = "TlsOnly"
    effect    = "Deny"
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.appointments.arn]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_sqs_queue" "reminders" {
  name              = "portal-reminders"
  kms_master_key_id = var.key_arn
}

# The policy names an ARN that nobody knows before apply, so the plan holds no text of it.
resource "aws_sqs_queue_policy" "reminders" {
  queue_url = aws_sqs_queue.reminders.url
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "TlsOnly"
        Effect    = "Deny"
        Principal = "*"
        Action    = "sqs:*"
        Resource  = aws_sqs_queue.reminders.arn
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
      {
        Sid       = "FromTopic"
        Effect    = "Allow"
        Principal = { Service = "sns.amazonaws.com" }
        Action    = "sqs:SendMessage"
        Resource  = aws_sqs_queue.reminders.arn
        Condition = { ArnEquals = { "aws:SourceArn" = aws_sns_topic.appointments.arn } }
      },
    ]
  })
}

resource "aws_sns_topic_subscription" "reminders" {
  topic_arn = aws_sns_topic.appointments.arn
  protocol  = "sqs"
  endpoint  = aws_sqs_queue.reminders.arn
}
