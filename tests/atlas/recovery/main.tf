# Facts on copies and recovery: two accounts, two Regions.
# See tests/atlas/s3 on names.

provider "aws" {
  region              = "us-east-1"
  allowed_account_ids = ["111122223333"]
}

provider "aws" {
  alias  = "west"
  region = "us-west-2"
}

provider "aws" {
  alias  = "vault"
  region = "us-west-2"
  assume_role {
    role_arn = "arn:aws:iam::444455556666:role/backup"
  }
}

resource "aws_kms_key" "portal" {
  multi_region = true
}

resource "aws_kms_key" "recovery" {
  provider = aws.vault
}

resource "aws_kms_replica_key" "portal" {
  provider        = aws.vault
  primary_key_arn = aws_kms_key.portal.arn
}

resource "aws_backup_vault" "local" {
  name        = "local"
  kms_key_arn = aws_kms_key.portal.arn
}

resource "aws_backup_vault" "west" {
  provider = aws.west
  name     = "west"
}

resource "aws_backup_vault" "safe" {
  provider    = aws.vault
  name        = "safe"
  kms_key_arn = aws_kms_key.recovery.arn
}

resource "aws_backup_vault_lock_configuration" "safe" {
  provider            = aws.vault
  backup_vault_name   = aws_backup_vault.safe.name
  changeable_for_days = 3
  min_retention_days  = 35
}

resource "aws_backup_vault" "governed" {
  provider    = aws.vault
  name        = "governed"
  kms_key_arn = aws_kms_key.recovery.arn
}

resource "aws_backup_vault_lock_configuration" "governed" {
  provider           = aws.vault
  backup_vault_name  = aws_backup_vault.governed.name
  min_retention_days = 35
}

resource "aws_backup_vault" "borrowed" {
  provider    = aws.vault
  name        = "borrowed"
  kms_key_arn = aws_kms_key.portal.arn
}

resource "aws_backup_vault" "replicated" {
  provider    = aws.vault
  name        = "replicated"
  kms_key_arn = aws_kms_replica_key.portal.arn
}

resource "aws_backup_logically_air_gapped_vault" "gapped" {
  provider           = aws.west
  name               = "gapped"
  min_retention_days = 35
  max_retention_days = 365
}

resource "aws_iam_role" "backup" {
  name = "backup"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "backup.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

# Two rules, one with two copies.
resource "aws_backup_plan" "full" {
  name = "full"
  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.local.name
    schedule          = "cron(0 5 ? * * *)"
    lifecycle {
      delete_after = 35
    }
    copy_action {
      destination_vault_arn = aws_backup_vault.west.arn
      lifecycle {
        delete_after = 90
      }
    }
    copy_action {
      destination_vault_arn = aws_backup_vault.safe.arn
      lifecycle {
        delete_after = 365
      }
    }
  }
  rule {
    rule_name                = "noon"
    target_vault_name        = aws_backup_vault.local.name
    schedule                 = "cron(0 17 ? * * *)"
    enable_continuous_backup = true
    lifecycle {
      delete_after = 14
    }
  }
}

resource "aws_backup_selection" "full" {
  name         = "full"
  plan_id      = aws_backup_plan.full.id
  iam_role_arn = aws_iam_role.backup.arn
  selection_tag {
    type  = "STRINGEQUALS"
    key   = "Backup"
    value = "full"
  }
}

resource "aws_s3_bucket" "ok_recovery_copies__recovery_gap__copy_keys" {
  bucket = "portal-documents"
  tags   = { Backup = "full" }
}

resource "aws_dynamodb_table" "ok_recovery_copies__recovery_gap__copy_keys" {
  name         = "sessions"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  tags         = { Backup = "full" }
  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_efs_file_system" "bad_recovery_copies__recovery_gap__untagged" {
  encrypted = true
}

# Locked so that an administrator can lift it.
resource "aws_backup_plan" "governed" {
  name = "governed"
  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.local.name
    schedule          = "cron(0 5 ? * * *)"
    copy_action {
      destination_vault_arn = aws_backup_vault.governed.arn
    }
  }
}

resource "aws_backup_selection" "governed" {
  name         = "governed"
  plan_id      = aws_backup_plan.governed.id
  iam_role_arn = aws_iam_role.backup.arn
  resources    = [aws_efs_file_system.bad_recovery_copies__governance.arn]
}

resource "aws_efs_file_system" "bad_recovery_copies__governance" {
  encrypted = true
}

# Only beside the store, though by pattern, and not what is excluded.
resource "aws_backup_plan" "near" {
  name = "near"
  rule {
    rule_name         = "hourly"
    target_vault_name = aws_backup_vault.local.name
    schedule          = "cron(0 * ? * * *)"
  }
}

resource "aws_backup_selection" "near" {
  name          = "near"
  plan_id       = aws_backup_plan.near.id
  iam_role_arn  = aws_iam_role.backup.arn
  resources     = ["arn:aws:rds:us-east-1:111122223333:db:near-*"]
  not_resources = ["arn:aws:rds:*:*:db:*-excluded"]
}

resource "aws_db_instance" "bad_recovery_copies__near" {
  identifier          = "near-orders"
  engine              = "postgres"
  instance_class      = "db.t4g.micro"
  allocated_storage   = 20
  username            = "portal"
  password_wo         = "example"
  password_wo_version = 1
  skip_final_snapshot = true
}

resource "aws_db_instance" "bad_recovery_gap__excluded" {
  identifier          = "near-excluded"
  engine              = "postgres"
  instance_class      = "db.t4g.micro"
  allocated_storage   = 20
  username            = "portal"
  password_wo         = "example"
  password_wo_version = 1
  skip_final_snapshot = true
}

# In an account of its own, under the key of the store, itself or its replica.
resource "aws_backup_plan" "borrowed" {
  name = "borrowed"
  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.local.name
    copy_action {
      destination_vault_arn = aws_backup_vault.borrowed.arn
    }
  }
}

resource "aws_backup_selection" "borrowed" {
  name         = "borrowed"
  plan_id      = aws_backup_plan.borrowed.id
  iam_role_arn = aws_iam_role.backup.arn
  resources    = ["*"]
  condition {
    string_equals {
      key   = "aws:ResourceTag/Backup"
      value = "borrowed"
    }
    string_not_like {
      key   = "aws:ResourceTag/Stage"
      value = "dev*"
    }
  }
}

resource "aws_ebs_volume" "bad_copy_keys" {
  availability_zone = "us-east-1a"
  size              = 10
  encrypted         = true
  kms_key_id        = aws_kms_key.portal.arn
  tags              = { Backup = "borrowed", Stage = "prod" }
}

resource "aws_ebs_volume" "bad_recovery_gap__condition" {
  availability_zone = "us-east-1a"
  size              = 10
  tags              = { Backup = "borrowed", Stage = "dev-2" }
}

resource "aws_backup_plan" "replicated" {
  name = "replicated"
  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.local.name
    copy_action {
      destination_vault_arn = aws_backup_vault.replicated.arn
    }
  }
}

resource "aws_backup_selection" "replicated" {
  name         = "replicated"
  plan_id      = aws_backup_plan.replicated.id
  iam_role_arn = aws_iam_role.backup.arn
  resources    = [aws_ebs_volume.bad_copy_keys__replica.arn]
}

resource "aws_ebs_volume" "bad_copy_keys__replica" {
  availability_zone = "us-east-1a"
  size              = 10
  encrypted         = true
  kms_key_id        = aws_kms_key.portal.arn
}

# The air-gapped vault stands for the other account, and its Region for the other Region.
resource "aws_backup_plan" "gapped" {
  name = "gapped"
  rule {
    rule_name                    = "weekly"
    target_vault_name            = aws_backup_vault.local.name
    schedule                     = "cron(0 5 ? * MON *)"
    schedule_expression_timezone = "America/New_York"
    copy_action {
      destination_vault_arn = aws_backup_logically_air_gapped_vault.gapped.arn
    }
  }
}

resource "aws_backup_selection" "gapped" {
  name         = "gapped"
  plan_id      = aws_backup_plan.gapped.id
  iam_role_arn = aws_iam_role.backup.arn
  resources = [
    aws_rds_cluster.ok_recovery_copies__recovery_gap__copy_keys__gapped.arn,
    aws_db_instance.ok_recovery_copies__recovery_gap__gapped.arn,
  ]
}

resource "aws_backup_selection" "pattern" {
  name         = "pattern"
  plan_id      = aws_backup_plan.gapped.id
  iam_role_arn = aws_iam_role.backup.arn
  resources    = ["arn:aws:fsx:*:*:file-system/*"]
}

resource "aws_rds_cluster" "ok_recovery_copies__recovery_gap__copy_keys__gapped" {
  cluster_identifier          = "records"
  engine                      = "aurora-postgresql"
  master_username             = "portal"
  manage_master_user_password = true
  skip_final_snapshot         = true
}

resource "aws_db_instance" "ok_recovery_copies__recovery_gap__gapped" {
  identifier                  = "gapped"
  engine                      = "postgres"
  instance_class              = "db.t4g.micro"
  allocated_storage           = 20
  username                    = "portal"
  manage_master_user_password = true
  skip_final_snapshot         = true
}

# Its automated backups go with it: no plan selects it.
resource "aws_rds_cluster" "bad_recovery_copies__unselected" {
  cluster_identifier          = "unselected"
  engine                      = "aurora-postgresql"
  master_username             = "portal"
  manage_master_user_password = true
  skip_final_snapshot         = true
}

resource "aws_fsx_openzfs_file_system" "ok_recovery_copies__copy_keys__pattern" {
  storage_capacity    = 64
  subnet_ids          = ["subnet-0123456789abcdef0"]
  deployment_type     = "SINGLE_AZ_1"
  throughput_capacity = 64
}

# A vault of which the plan knows the ARN alone.
resource "aws_backup_plan" "distant" {
  name = "distant"
  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.local.name
    copy_action {
      destination_vault_arn = "arn:aws:backup:eu-west-1:777788889999:backup-vault:distant"
    }
  }
}

resource "aws_backup_selection" "distant" {
  name         = "distant"
  plan_id      = aws_backup_plan.distant.id
  iam_role_arn = aws_iam_role.backup.arn
  resources    = [aws_neptune_cluster.distant.arn]
}

resource "aws_neptune_cluster" "distant" {
  cluster_identifier = "distant"
}

# Replicas and logs are not asked for copies of their own.
resource "aws_s3_bucket" "replica" {
  provider = aws.west
  bucket   = "portal-documents-replica"
}

resource "aws_s3_bucket" "logs" {
  bucket = "portal-logs"
}

resource "aws_s3_bucket_logging" "documents" {
  bucket        = aws_s3_bucket.bad_recovery_copies__replicated.id
  target_bucket = aws_s3_bucket.logs.id
  target_prefix = "documents/"
}

resource "aws_s3_bucket" "bad_recovery_copies__replicated" {
  bucket = "portal-scans"
}

resource "aws_s3_bucket_replication_configuration" "scans" {
  bucket = aws_s3_bucket.bad_recovery_copies__replicated.id
  role   = aws_iam_role.backup.arn
  rule {
    id     = "all"
    status = "Enabled"
    destination {
      bucket = aws_s3_bucket.replica.arn
    }
  }
}
