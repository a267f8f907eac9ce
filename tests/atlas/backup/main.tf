# Facts of AWS Backup.
# See tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_kms_key" "key" {}

resource "aws_backup_vault" "bad_encryption_key__vault_lock__deletion_protection" {
  name          = "plain"
  force_destroy = true
}

resource "aws_backup_vault" "ok_encryption_key__vault_lock__deletion_protection" {
  name        = "central"
  kms_key_arn = aws_kms_key.key.arn
}

resource "aws_backup_vault_lock_configuration" "compliance" {
  backup_vault_name   = aws_backup_vault.ok_encryption_key__vault_lock__deletion_protection.name
  changeable_for_days = 3
  min_retention_days  = 35
}

resource "aws_backup_vault" "ok_vault_lock__governance" {
  name = "governed"
}

resource "aws_backup_vault_lock_configuration" "governance" {
  backup_vault_name  = aws_backup_vault.ok_vault_lock__governance.name
  min_retention_days = 35
}

resource "aws_backup_vault_policy" "bad_policy_exposure" {
  backup_vault_name = "central"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "backup:CopyIntoBackupVault", Resource = "*" }]
  })
}

resource "aws_backup_vault_policy" "ok_policy_exposure" {
  backup_vault_name = "central"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Deny", Principal = "*", Action = "backup:DeleteRecoveryPoint", Resource = "*" }]
  })
}

resource "aws_backup_plan" "ok_backup__point_in_time" {
  name = "daily"
  rule {
    rule_name                = "daily"
    target_vault_name        = "central"
    enable_continuous_backup = true
    lifecycle {
      delete_after = 35
    }
  }
}

resource "aws_backup_plan" "bad_point_in_time__omitted" {
  name = "weekly"
  rule {
    rule_name         = "weekly"
    target_vault_name = "central"
  }
}
