# Facts of AWS KMS; see tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

locals {
  account = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/keeper" }, Action = ["kms:Create*", "kms:Put*", "kms:ScheduleKeyDeletion"], Resource = "*" },
      { Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/portal" }, Action = ["kms:Decrypt", "kms:GenerateDataKey"], Resource = "*" },
    ]
  })
  # Custodians, recovery by the root user, use through services and by the trail, grants for AWS resources alone.
  apart = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "Administer"
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::111122223333:root" }
        Action    = ["kms:Create*", "kms:Describe*", "kms:Enable*", "kms:List*", "kms:Put*", "kms:Update*", "kms:Disable*", "kms:Get*", "kms:TagResource", "kms:ScheduleKeyDeletion", "kms:CancelKeyDeletion", "kms:ReplicateKey"]
        Resource  = "*"
        Condition = { ArnLike = { "aws:PrincipalArn" = ["arn:aws:iam::111122223333:role/custodian", "arn:aws:iam::111122223333:role/key-*"] } }
      },
      {
        Sid       = "Recover"
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::111122223333:root" }
        Action    = ["kms:Describe*", "kms:GetKeyPolicy", "kms:PutKeyPolicy", "kms:CancelKeyDeletion", "kms:EnableKey"]
        Resource  = "*"
        Condition = { ArnEquals = { "aws:PrincipalArn" = "arn:aws:iam::111122223333:root" } }
      },
      {
        Sid       = "UseThroughServices"
        Effect    = "Allow"
        Principal = { AWS = "*" }
        Action    = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"]
        Resource  = "*"
        Condition = {
          StringEquals = { "kms:CallerAccount" = "111122223333", "kms:ViaService" = ["s3.us-east-1.amazonaws.com", "dynamodb.us-east-1.amazonaws.com"] }
        }
      },
      {
        Sid       = "GrantToResources"
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::111122223333:root" }
        Action    = ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"]
        Resource  = "*"
        Condition = { Bool = { "kms:GrantIsForAWSResource" = "true" }, StringEquals = { "kms:ViaService" = "rds.us-east-1.amazonaws.com" } }
      },
      {
        Sid       = "Trail"
        Effect    = "Allow"
        Principal = { Service = "cloudtrail.amazonaws.com" }
        Action    = ["kms:GenerateDataKey*", "kms:DescribeKey"]
        Resource  = "*"
        Condition = {
          StringEquals = { "aws:SourceArn" = "arn:aws:cloudtrail:us-east-1:111122223333:trail/portal", "aws:SourceAccount" = "111122223333" }
          StringLike   = { "kms:EncryptionContext:aws:cloudtrail:arn" = "arn:aws:cloudtrail:*:111122223333:trail/*" }
        }
      },
    ]
  })
  # The policy that the console writes: the account may do everything.
  whole_account = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:root" }, Action = "kms:*", Resource = "*" }]
  })
  everyone = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "kms:*", Resource = "*" }]
  })
}

resource "aws_kms_key" "ok_key_rotation__key_enabled__deletion_window__key_policy__policy_exposure" {
  enable_key_rotation = true
  policy              = local.account
}

resource "aws_kms_key" "bad_key_rotation__key_policy__omitted" {}

resource "aws_kms_key" "bad_key_rotation__key_enabled__key_policy__policy_exposure" {
  enable_key_rotation = false
  is_enabled          = false
  policy              = local.everyone
}

# A policy of its own resource counts as written down.
resource "aws_kms_key" "ok_key_policy__companion" {
  enable_key_rotation = true
}

resource "aws_kms_key_policy" "ok_key_policy__policy_exposure" {
  key_id = aws_kms_key.ok_key_policy__companion.id
  policy = local.account
}

resource "aws_kms_key_policy" "bad_key_policy__policy_exposure" {
  key_id = "1234abcd-12ab-34cd-56ef-1234567890ab"
  policy = local.everyone
}

# Nothing to rotate: the names claim other facts.
resource "aws_kms_key" "ok_key_enabled__signing" {
  key_usage                = "SIGN_VERIFY"
  customer_master_key_spec = "RSA_4096"
}

resource "aws_kms_external_key" "ok_key_policy__key_enabled__deletion_window" {
  enabled = true
  policy  = local.account
}

resource "aws_kms_external_key" "bad_key_policy__key_enabled" {
  enabled = false
}

resource "aws_kms_replica_key" "ok_key_rotation__key_enabled__key_policy" {
  primary_key_arn = aws_kms_key.ok_key_rotation__key_enabled__deletion_window__key_policy__policy_exposure.arn
  policy          = local.account
}

resource "aws_kms_replica_key" "bad_key_rotation__key_enabled__key_policy" {
  primary_key_arn = aws_kms_key.bad_key_rotation__key_policy__omitted.arn
  enabled         = false
}

resource "aws_kms_replica_external_key" "ok_key_enabled__key_policy" {
  primary_key_arn = aws_kms_external_key.ok_key_policy__key_enabled__deletion_window.arn
  policy          = local.account
}

resource "aws_kms_replica_external_key" "bad_key_policy__omitted" {
  primary_key_arn = aws_kms_external_key.ok_key_policy__key_enabled__deletion_window.arn
}

resource "aws_kms_ciphertext" "bad_plain_secret" {
  key_id    = "1234abcd-12ab-34cd-56ef-1234567890ab"
  plaintext = "anything"
}

resource "aws_kms_external_key" "ok_policy_exposure" {
  policy = local.account
}

resource "aws_kms_external_key" "bad_policy_exposure" {
  policy = local.everyone
}

resource "aws_kms_replica_key" "ok_policy_exposure__deletion_window" {
  primary_key_arn = aws_kms_key.ok_key_policy__companion.arn
  policy          = local.account
}

resource "aws_kms_replica_key" "bad_policy_exposure" {
  primary_key_arn = aws_kms_key.ok_key_policy__companion.arn
  policy          = local.everyone
}

resource "aws_kms_replica_external_key" "ok_policy_exposure__deletion_window" {
  primary_key_arn = aws_kms_external_key.ok_policy_exposure.arn
  policy          = local.account
}

resource "aws_kms_replica_external_key" "bad_policy_exposure__key_enabled" {
  primary_key_arn = aws_kms_external_key.ok_policy_exposure.arn
  enabled         = false
  policy          = local.everyone
}

resource "aws_kms_key" "ok_key_separation__key_lockout_check__key_policy__policy_exposure" {
  policy = local.apart
}

resource "aws_kms_key" "bad_key_separation__whole_account" {
  policy = local.whole_account
}

resource "aws_kms_key" "bad_key_separation__key_lockout_check__omitted" {
  bypass_policy_lockout_safety_check = true
}

resource "aws_kms_key" "ok_key_separation__companion" {}

resource "aws_kms_key_policy" "ok_key_lockout_check" {
  key_id = aws_kms_key.ok_key_separation__companion.id
  policy = local.apart
}

# Judged here, since the plan does not hold the key.
resource "aws_kms_key_policy" "ok_key_separation__elsewhere" {
  key_id = "1234abcd-12ab-34cd-56ef-1234567890ab"
  policy = local.apart
}

resource "aws_kms_key_policy" "bad_key_separation__key_lockout_check" {
  key_id                             = "1234abcd-12ab-34cd-56ef-1234567890ab"
  policy                             = local.whole_account
  bypass_policy_lockout_safety_check = true
}

resource "aws_kms_external_key" "ok_key_separation__key_lockout_check" {
  policy = local.apart
}

resource "aws_kms_external_key" "bad_key_separation__key_lockout_check" {
  policy                             = local.whole_account
  bypass_policy_lockout_safety_check = true
}

resource "aws_kms_replica_key" "ok_key_separation__key_lockout_check" {
  primary_key_arn = aws_kms_key.ok_key_separation__companion.arn
  policy          = local.apart
}

resource "aws_kms_replica_key" "bad_key_separation__key_lockout_check" {
  primary_key_arn                    = aws_kms_key.ok_key_separation__companion.arn
  bypass_policy_lockout_safety_check = true
}

resource "aws_kms_replica_external_key" "ok_key_separation__key_lockout_check" {
  primary_key_arn = aws_kms_external_key.ok_key_separation__key_lockout_check.arn
  policy          = local.apart
}

resource "aws_kms_replica_external_key" "bad_key_separation__key_lockout_check" {
  primary_key_arn                    = aws_kms_external_key.ok_key_separation__key_lockout_check.arn
  bypass_policy_lockout_safety_check = true
  policy                             = local.whole_account
}
