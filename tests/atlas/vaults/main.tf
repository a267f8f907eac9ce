# Facts of backup vaults, their locks, policies and alarms, and of restore testing.
# See tests/atlas/s3 on names. Two Regions, as a copy lies elsewhere.

provider "aws" {
  region = "us-east-1"
}

# The recorder sees to the default provider alone.
provider "aws" {
  alias                       = "west"
  region                      = "us-west-2"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
}

data "aws_iam_policy_document" "denied" {
  statement {
    effect = "Deny"
    actions = [
      "backup:DeleteRecoveryPoint",
      "backup:UpdateRecoveryPointLifecycle",
      "backup:PutBackupVaultAccessPolicy",
      "backup:DeleteBackupVaultAccessPolicy",
    ]
    resources = ["*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "ArnNotLike"
      variable = "aws:PrincipalArn"
      values   = ["arn:aws:iam::111122223333:role/break-glass"]
    }
  }
}

locals {
  guarded = [
    "backup:DeleteRecoveryPoint",
    "backup:UpdateRecoveryPointLifecycle",
    "backup:PutBackupVaultAccessPolicy",
    "backup:DeleteBackupVaultAccessPolicy",
  ]
}

resource "aws_sns_topic" "backup" {
  name = "backup"
}

# A locked vault, its policy and its notifications.
resource "aws_backup_vault" "ok_vault_lock__vault_policy__vault_alarm" {
  name = "central"
}

resource "aws_backup_vault_lock_configuration" "ok_lock_floor" {
  backup_vault_name   = aws_backup_vault.ok_vault_lock__vault_policy__vault_alarm.name
  changeable_for_days = 3
  min_retention_days  = 35
  max_retention_days  = 400
}

resource "aws_backup_vault_policy" "central" {
  backup_vault_name = aws_backup_vault.ok_vault_lock__vault_policy__vault_alarm.name
  policy            = data.aws_iam_policy_document.denied.json
}

resource "aws_backup_vault_notifications" "central" {
  backup_vault_name   = aws_backup_vault.ok_vault_lock__vault_policy__vault_alarm.name
  sns_topic_arn       = aws_sns_topic.backup.arn
  backup_vault_events = ["BACKUP_JOB_COMPLETED", "COPY_JOB_FAILED"]
}

resource "aws_backup_logically_air_gapped_vault" "ok_vault_lock__vault_policy__lock_floor" {
  name               = "air-gapped"
  min_retention_days = 35
  max_retention_days = 365
}

# Notifications that only tell of successes, and a policy that anybody may lift.
resource "aws_backup_vault" "bad_vault_policy__vault_alarm__not_guarded" {
  provider = aws.west
  name     = "west"
}

resource "aws_backup_vault_policy" "west" {
  provider          = aws.west
  backup_vault_name = aws_backup_vault.bad_vault_policy__vault_alarm__not_guarded.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = ["backup:DeleteRecoveryPoint", "backup:UpdateRecoveryPointLifecycle"]
      Resource  = "*"
    }]
  })
}

resource "aws_backup_vault_notifications" "west" {
  provider            = aws.west
  backup_vault_name   = aws_backup_vault.bad_vault_policy__vault_alarm__not_guarded.name
  sns_topic_arn       = "arn:aws:sns:us-west-2:111122223333:backup"
  backup_vault_events = ["BACKUP_JOB_STARTED", "COPY_JOB_SUCCESSFUL"]
}

# One role alone is denied.
resource "aws_backup_vault" "bad_vault_policy__one_role" {
  provider = aws.west
  name     = "one-role"
}

resource "aws_backup_vault_policy" "one_role" {
  provider          = aws.west
  backup_vault_name = aws_backup_vault.bad_vault_policy__one_role.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = { AWS = "arn:aws:iam::111122223333:role/operator" }
      Action    = local.guarded
      Resource  = "*"
    }]
  })
}

# The exemption lets every role of the account through.
resource "aws_backup_vault" "bad_vault_policy__wide_exemption" {
  provider = aws.west
  name     = "wide-exemption"
}

resource "aws_backup_vault_policy" "wide_exemption" {
  provider          = aws.west
  backup_vault_name = aws_backup_vault.bad_vault_policy__wide_exemption.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = local.guarded
      Resource  = "*"
      Condition = { ArnNotLike = { "aws:PrincipalArn" = "arn:aws:iam::111122223333:role/*" } }
    }]
  })
}

resource "aws_backup_vault" "bad_vault_policy__vault_alarm__omitted" {
  provider = aws.west
  name     = "omitted"
}

# A rule of EventBridge hears of every vault of its Region, unless it names some.
resource "aws_backup_vault" "ok_vault_alarm__rule" {
  name = "watched"
}

resource "aws_cloudwatch_event_rule" "failed" {
  name = "failed-backups"
  event_pattern = jsonencode({
    source      = ["aws.backup"]
    detail-type = ["Backup Job State Change", "Copy Job State Change"]
    detail      = { state = ["FAILED", "ABORTED", "EXPIRED"], backupVaultName = ["watched"] }
  })
}

resource "aws_cloudwatch_event_target" "failed" {
  rule = aws_cloudwatch_event_rule.failed.name
  arn  = aws_sns_topic.backup.arn
}

resource "aws_cloudwatch_event_rule" "without_a_target" {
  provider      = aws.west
  name          = "failed-backups"
  event_pattern = jsonencode({ source = ["aws.backup"] })
}

# Plans whose retention fits the locks, or does not.
resource "aws_backup_plan" "ok_lock_bounds" {
  name = "fits"
  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.ok_vault_lock__vault_policy__vault_alarm.name
    schedule          = "cron(0 5 * * ? *)"
    lifecycle {
      cold_storage_after = 30
      delete_after       = 365
    }
    copy_action {
      destination_vault_arn = aws_backup_logically_air_gapped_vault.ok_vault_lock__vault_policy__lock_floor.arn
      lifecycle {
        delete_after = 35
      }
    }
  }
}

resource "aws_backup_plan" "bad_lock_bounds__too_short" {
  name = "too-short"
  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.ok_vault_lock__vault_policy__vault_alarm.name
    lifecycle {
      delete_after = 7
    }
  }
}

resource "aws_backup_plan" "bad_lock_bounds__for_ever" {
  name = "for-ever"
  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.ok_vault_lock__vault_policy__vault_alarm.name
  }
}

resource "aws_backup_plan" "bad_lock_bounds__copy" {
  name = "copy"
  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.ok_vault_alarm__rule.name
    lifecycle {
      delete_after = 35
    }
    copy_action {
      destination_vault_arn = aws_backup_logically_air_gapped_vault.ok_vault_lock__vault_policy__lock_floor.arn
      lifecycle {
        delete_after = 14
      }
    }
  }
}

resource "aws_backup_plan" "bad_lock_bounds__cold" {
  name = "cold"
  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.ok_vault_alarm__rule.name
    lifecycle {
      cold_storage_after = 30
      delete_after       = 100
    }
  }
}

resource "aws_backup_plan" "vault_elsewhere" {
  name = "elsewhere"
  rule {
    rule_name         = "daily"
    target_vault_name = "of-another-stack"
  }
}

# The name of a vault in the other Region names none here.
resource "aws_backup_plan" "vault_of_the_other_region" {
  name = "other-region"
  rule {
    rule_name         = "daily"
    target_vault_name = "west"
  }
}

# Restore testing: by any ARN, by a named one, by tag.
resource "aws_backup_restore_testing_plan" "weekly" {
  name                = "weekly"
  schedule_expression = "cron(0 5 ? * SUN *)"
  recovery_point_selection {
    algorithm            = "LATEST_WITHIN_WINDOW"
    include_vaults       = ["*"]
    recovery_point_types = ["SNAPSHOT", "CONTINUOUS"]
  }
}

resource "aws_iam_role" "restore" {
  name = "restore-testing"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "backup.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_backup_restore_testing_selection" "tables" {
  name                      = "tables"
  restore_testing_plan_name = aws_backup_restore_testing_plan.weekly.name
  protected_resource_type   = "DynamoDB"
  iam_role_arn              = aws_iam_role.restore.arn
  protected_resource_arns   = ["*"]
}

resource "aws_backup_restore_testing_selection" "buckets" {
  name                      = "buckets"
  restore_testing_plan_name = aws_backup_restore_testing_plan.weekly.name
  protected_resource_type   = "S3"
  iam_role_arn              = aws_iam_role.restore.arn
  protected_resource_arns   = [aws_s3_bucket.ok_restore_testing__named.arn]
}

resource "aws_backup_restore_testing_selection" "tagged" {
  for_each                  = toset(["Aurora", "DocumentDB", "EBS", "EFS", "FSx", "Neptune", "RDS"])
  name                      = lower(each.key)
  restore_testing_plan_name = aws_backup_restore_testing_plan.weekly.name
  protected_resource_type   = each.key
  iam_role_arn              = aws_iam_role.restore.arn
  protected_resource_conditions {
    string_equals {
      key   = "aws:ResourceTag/Tier"
      value = "1"
    }
  }
}

resource "aws_dynamodb_table" "ok_restore_testing" {
  name         = "tested"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  attribute {
    name = "id"
    type = "S"
  }
}

# Tested in another Region, where no copy of it arrives.
resource "aws_dynamodb_table" "bad_restore_testing__elsewhere" {
  provider     = aws.west
  name         = "elsewhere"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_s3_bucket" "ok_restore_testing__named" {
  bucket = "named"
}

resource "aws_s3_bucket" "bad_restore_testing__not_named" {
  bucket = "not-named"
}

resource "aws_db_instance" "ok_restore_testing__tagged" {
  identifier                  = "tagged"
  engine                      = "postgres"
  instance_class              = "db.t4g.micro"
  allocated_storage           = 20
  username                    = "clinic"
  manage_master_user_password = true
  tags                        = { Tier = "1" }
}

resource "aws_db_instance" "bad_restore_testing__other_tag" {
  identifier                  = "other-tag"
  engine                      = "postgres"
  instance_class              = "db.t4g.micro"
  allocated_storage           = 20
  username                    = "clinic"
  manage_master_user_password = true
  tags                        = { Tier = "3" }
}

resource "aws_efs_file_system" "ok_restore_testing__tagged" {
  encrypted = true
  tags = { Tier = "1" }
}

resource "aws_efs_file_system" "bad_restore_testing__omitted" {
  encrypted = true
}

resource "aws_ebs_volume" "ok_restore_testing__tagged" {
  availability_zone = "us-east-1a"
  size              = 10
  tags = { Tier = "1" }
}

resource "aws_ebs_volume" "bad_restore_testing__omitted" {
  availability_zone = "us-east-1a"
  size              = 10
}

resource "aws_rds_cluster" "ok_restore_testing__tagged" {
  engine                      = "aurora-postgresql"
  master_username             = "clinic"
  manage_master_user_password = true
  tags = { Tier = "1" }
}

resource "aws_rds_cluster" "bad_restore_testing__omitted" {
  engine                      = "aurora-postgresql"
  master_username             = "clinic"
  manage_master_user_password = true
}

resource "aws_docdb_cluster" "ok_restore_testing__tagged" {
  master_username             = "clinic"
  manage_master_user_password = true
  tags = { Tier = "1" }
}

resource "aws_docdb_cluster" "bad_restore_testing__omitted" {
  master_username             = "clinic"
  manage_master_user_password = true
}

resource "aws_neptune_cluster" "ok_restore_testing__tagged" {
  engine = "neptune"
  tags = { Tier = "1" }
}

resource "aws_neptune_cluster" "bad_restore_testing__omitted" {
  engine = "neptune"
}

resource "aws_fsx_windows_file_system" "ok_restore_testing__tagged" {
  active_directory_id = "d-0123456789"
  storage_capacity    = 300
  throughput_capacity = 32
  subnet_ids          = ["subnet-0123456789abcdef0"]
  tags = { Tier = "1" }
}

resource "aws_fsx_windows_file_system" "bad_restore_testing__omitted" {
  active_directory_id = "d-0123456789"
  storage_capacity    = 300
  throughput_capacity = 32
  subnet_ids          = ["subnet-0123456789abcdef0"]
}

resource "aws_fsx_lustre_file_system" "ok_restore_testing__tagged" {
  storage_capacity = 1200
  subnet_ids       = ["subnet-0123456789abcdef0"]
  tags = { Tier = "1" }
}

resource "aws_fsx_lustre_file_system" "bad_restore_testing__omitted" {
  storage_capacity = 1200
  subnet_ids       = ["subnet-0123456789abcdef0"]
}

resource "aws_fsx_openzfs_file_system" "ok_restore_testing__tagged" {
  deployment_type     = "SINGLE_AZ_1"
  storage_capacity    = 64
  throughput_capacity = 64
  subnet_ids          = ["subnet-0123456789abcdef0"]
  tags = { Tier = "1" }
}

resource "aws_fsx_openzfs_file_system" "bad_restore_testing__omitted" {
  deployment_type     = "SINGLE_AZ_1"
  storage_capacity    = 64
  throughput_capacity = 64
  subnet_ids          = ["subnet-0123456789abcdef0"]
}

resource "aws_fsx_ontap_volume" "ok_restore_testing__tagged" {
  name                       = "records"
  storage_virtual_machine_id = "svm-0123456789abcdef0"
  size_in_megabytes          = 1024
  tags = { Tier = "1" }
}

resource "aws_fsx_ontap_volume" "bad_restore_testing__omitted" {
  name                       = "records"
  storage_virtual_machine_id = "svm-0123456789abcdef0"
  size_in_megabytes          = 1024
}

# A cluster of RDS that is no Aurora counts as RDS.
resource "aws_rds_cluster" "ok_restore_testing__postgres" {
  engine                      = "postgres"
  db_cluster_instance_class   = "db.m6gd.large"
  allocated_storage           = 100
  master_username             = "clinic"
  manage_master_user_password = true
  tags = { Tier = "1" }
}

# Notifications hear of backups, and nobody of the copies that a plan takes from the vault.
resource "aws_backup_vault" "bad_vault_alarm__copies" {
  name = "copied"
}

resource "aws_backup_vault_notifications" "copied" {
  backup_vault_name   = aws_backup_vault.bad_vault_alarm__copies.name
  sns_topic_arn       = aws_sns_topic.backup.arn
  backup_vault_events = ["BACKUP_JOB_COMPLETED"]
}

resource "aws_backup_plan" "copied" {
  name = "copied"
  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.bad_vault_alarm__copies.name
    lifecycle {
      delete_after = 35
    }
    copy_action {
      destination_vault_arn = aws_backup_logically_air_gapped_vault.ok_vault_lock__vault_policy__lock_floor.arn
      lifecycle {
        delete_after = 35
      }
    }
  }
}

# A rule that hears of failed jobs alone: one that nobody started in time is expired.
resource "aws_backup_vault" "bad_vault_alarm__expired" {
  name = "expired"
}

resource "aws_cloudwatch_event_rule" "expired" {
  name = "failed-alone"
  event_pattern = jsonencode({
    source      = ["aws.backup"]
    detail-type = ["Backup Job State Change"]
    detail      = { state = ["FAILED"], backupVaultName = ["expired"] }
  })
}

resource "aws_cloudwatch_event_target" "expired" {
  rule = aws_cloudwatch_event_rule.expired.name
  arn  = aws_sns_topic.backup.arn
}

resource "aws_backup_plan" "expired" {
  name = "expired"
  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.bad_vault_alarm__expired.name
    lifecycle {
      delete_after = 35
    }
  }
}
