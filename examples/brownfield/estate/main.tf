# An estate that grew before anybody judged it. What is wrong in it, README.md says.

terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.0"
    }
  }
}

provider "aws" {
  region = "us-east-1"
  default_tags {
    tags = { DataClass = "ephi" }
  }
}

resource "aws_kms_key" "main" {
  description             = "Portal"
  enable_key_rotation     = true
  deletion_window_in_days = 30
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Account"
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::123456789012:root" }
      Action    = local.key_actions
      Resource  = "*"
    }]
  })
}

locals {
  key_actions = concat(
    [for verb in ["Create", "Describe", "Enable", "Get", "List", "Put", "Update"] : "kms:${verb}*"],
    ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:ScheduleKeyDeletion", "kms:TagResource"],
  )
}
