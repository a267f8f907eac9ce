# Facts of Amazon EFS and FSx.
# See tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_kms_key" "key" {}

resource "aws_efs_file_system" "bad_encryption__encryption_key__transit__backup__omitted" {}

resource "aws_efs_file_system" "ok_encryption__encryption_key__transit__backup" {
  encrypted  = true
  kms_key_id = aws_kms_key.key.arn
}

resource "aws_efs_file_system" "bad_encryption_key__backup__switched_off" {
  encrypted = true
}

resource "aws_efs_backup_policy" "on" {
  file_system_id = aws_efs_file_system.ok_encryption__encryption_key__transit__backup.id
  backup_policy {
    status = "ENABLED"
  }
}

resource "aws_efs_backup_policy" "off" {
  file_system_id = aws_efs_file_system.bad_encryption_key__backup__switched_off.id
  backup_policy {
    status = "DISABLED"
  }
}

resource "aws_efs_file_system_policy" "ok_policy_exposure" {
  file_system_id = aws_efs_file_system.ok_encryption__encryption_key__transit__backup.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = { AWS = "*" }
      Action    = "*"
      Resource  = "*"
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}

resource "aws_efs_file_system_policy" "bad_policy_exposure" {
  file_system_id = "fs-0123456789abcdef0"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "elasticfilesystem:ClientMount", Resource = "*" }]
  })
}

resource "aws_efs_replication_configuration" "ok_encryption__encryption_key" {
  source_file_system_id = aws_efs_file_system.ok_encryption__encryption_key__transit__backup.id
  destination {
    region     = "us-west-2"
    kms_key_id = "1234abcd-12ab-34cd-56ef-1234567890ab"
  }
}

resource "aws_efs_replication_configuration" "bad_encryption_key__omitted" {
  source_file_system_id = aws_efs_file_system.bad_encryption__encryption_key__transit__backup__omitted.id
  destination {
    region = "us-west-2"
  }
}

resource "aws_fsx_windows_file_system" "bad_encryption_key__audit_log__omitted" {
  active_directory_id = "d-0123456789"
  storage_capacity    = 300
  throughput_capacity = 32
  subnet_ids          = ["subnet-0123456789abcdef0"]
}

resource "aws_fsx_windows_file_system" "ok_encryption_key__audit_log__backup__final_snapshot" {
  active_directory_id             = "d-0123456789"
  storage_capacity                = 300
  throughput_capacity             = 32
  subnet_ids                      = ["subnet-0123456789abcdef0"]
  kms_key_id                      = aws_kms_key.key.arn
  automatic_backup_retention_days = 35
  audit_log_configuration {
    file_access_audit_log_level       = "SUCCESS_AND_FAILURE"
    file_share_access_audit_log_level = "SUCCESS_AND_FAILURE"
  }
}

resource "aws_fsx_windows_file_system" "bad_backup__final_snapshot__switched_off" {
  active_directory_id             = "d-0123456789"
  storage_capacity                = 300
  throughput_capacity             = 32
  subnet_ids                      = ["subnet-0123456789abcdef0"]
  automatic_backup_retention_days = 0
  skip_final_backup               = true
}

resource "aws_fsx_lustre_file_system" "bad_encryption_key__backup__final_snapshot__omitted" {
  storage_capacity = 1200
  subnet_ids       = ["subnet-0123456789abcdef0"]
}

resource "aws_fsx_lustre_file_system" "ok_encryption_key__backup__final_snapshot" {
  storage_capacity                = 1200
  subnet_ids                      = ["subnet-0123456789abcdef0"]
  deployment_type                 = "PERSISTENT_2"
  per_unit_storage_throughput     = 125
  kms_key_id                      = aws_kms_key.key.arn
  automatic_backup_retention_days = 35
  skip_final_backup               = false
}

resource "aws_fsx_ontap_file_system" "bad_encryption_key__backup__omitted" {
  deployment_type     = "SINGLE_AZ_1"
  preferred_subnet_id = "subnet-0123456789abcdef0"
  storage_capacity    = 1024
  subnet_ids          = ["subnet-0123456789abcdef0"]
  throughput_capacity = 128
}

resource "aws_fsx_ontap_file_system" "ok_encryption_key__backup" {
  deployment_type                 = "SINGLE_AZ_1"
  preferred_subnet_id             = "subnet-0123456789abcdef0"
  storage_capacity                = 1024
  subnet_ids                      = ["subnet-0123456789abcdef0"]
  throughput_capacity             = 128
  kms_key_id                      = aws_kms_key.key.arn
  automatic_backup_retention_days = 35
}

resource "aws_fsx_ontap_volume" "bad_final_snapshot" {
  name                       = "scratch"
  storage_virtual_machine_id = "svm-0123456789abcdef0"
  size_in_megabytes          = 1024
  skip_final_backup          = true
}

resource "aws_fsx_ontap_volume" "ok_final_snapshot__omitted" {
  name                       = "records"
  storage_virtual_machine_id = "svm-0123456789abcdef0"
  size_in_megabytes          = 1024
}

resource "aws_fsx_openzfs_file_system" "bad_encryption_key__backup__omitted" {
  deployment_type     = "SINGLE_AZ_1"
  storage_capacity    = 64
  subnet_ids          = ["subnet-0123456789abcdef0"]
  throughput_capacity = 64
  skip_final_backup   = true
}

resource "aws_fsx_openzfs_file_system" "ok_encryption_key__backup__final_snapshot" {
  deployment_type                 = "SINGLE_AZ_1"
  storage_capacity                = 64
  subnet_ids                      = ["subnet-0123456789abcdef0"]
  throughput_capacity             = 64
  kms_key_id                      = aws_kms_key.key.arn
  automatic_backup_retention_days = 35
}

resource "aws_fsx_openzfs_file_system" "bad_final_snapshot" {
  deployment_type     = "SINGLE_AZ_1"
  storage_capacity    = 64
  subnet_ids          = ["subnet-0123456789abcdef0"]
  throughput_capacity = 64
  skip_final_backup   = true
}

resource "aws_fsx_file_cache" "bad_encryption_key__omitted" {
  file_cache_type         = "LUSTRE"
  file_cache_type_version = "2.12"
  storage_capacity        = 1200
  subnet_ids              = ["subnet-0123456789abcdef0"]
  lustre_configuration {
    deployment_type             = "CACHE_1"
    per_unit_storage_throughput = 1000
    metadata_configuration {
      storage_capacity = 2400
    }
  }
}

resource "aws_fsx_file_cache" "ok_encryption_key" {
  file_cache_type         = "LUSTRE"
  file_cache_type_version = "2.12"
  kms_key_id              = aws_kms_key.key.arn
  storage_capacity        = 1200
  subnet_ids              = ["subnet-0123456789abcdef0"]
  lustre_configuration {
    deployment_type             = "CACHE_1"
    per_unit_storage_throughput = 1000
    metadata_configuration {
      storage_capacity = 2400
    }
  }
}

# A backup plan that is told to take the file system counts too.
resource "aws_efs_file_system" "ok_backup__selected" {}

resource "aws_backup_plan" "daily" {
  name = "daily"
  rule {
    rule_name         = "daily"
    target_vault_name = "central"
    lifecycle {
      delete_after = 35
    }
  }
}

resource "aws_backup_selection" "files" {
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  name         = "files"
  plan_id      = aws_backup_plan.daily.id
  resources    = [aws_efs_file_system.ok_backup__selected.arn, "arn:aws:ec2:us-east-1:111122223333:volume/*"]
}
