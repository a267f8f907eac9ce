# Facts of AWS Config and the services that watch an account; see tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_kms_key" "key" {}

resource "aws_config_configuration_aggregator" "ok_trail_coverage" {
  name = "right"
  account_aggregation_source {
    account_ids = ["111122223333"]
    all_regions = true
  }
}

resource "aws_config_configuration_aggregator" "bad_trail_coverage" {
  name = "some"
  organization_aggregation_source {
    role_arn = "arn:aws:iam::111122223333:role/config"
    regions  = ["us-east-1"]
  }
}

resource "aws_config_configuration_recorder" "ok_trail_coverage__trail_delivery" {
  name     = "right"
  role_arn = "arn:aws:iam::111122223333:role/config"
  recording_group {
    all_supported                 = true
    include_global_resource_types = true
  }
}

resource "aws_config_configuration_recorder_status" "recorder" {
  name       = aws_config_configuration_recorder.ok_trail_coverage__trail_delivery.name
  is_enabled = true
}

resource "aws_config_configuration_recorder" "bad_trail_coverage__trail_delivery__omitted" {
  name     = "omitted"
  role_arn = "arn:aws:iam::111122223333:role/config"
}

resource "aws_config_retention_configuration" "ok_log_retention" {
  retention_period_in_days = 2557
}

resource "aws_macie2_classification_export_configuration" "ok_encryption_key" {
  s3_destination {
    bucket_name = "findings"
    kms_key_arn = aws_kms_key.key.arn
  }
}

resource "aws_securitylake_data_lake" "ok_encryption_key" {
  meta_store_manager_role_arn = "arn:aws:iam::111122223333:role/lake"
  configuration {
    region = "us-east-1"
    encryption_configuration = [{
      kms_key_id = "1234abcd-12ab-34cd-56ef-1234567890ab"
    }]
  }
}

resource "aws_securitylake_data_lake" "bad_encryption_key" {
  meta_store_manager_role_arn = "arn:aws:iam::111122223333:role/lake"
  configuration {
    region = "us-east-1"
    encryption_configuration = [{
      kms_key_id = "S3_MANAGED_KEY"
    }]
  }
}

resource "aws_securitylake_data_lake" "bad_encryption_key__omitted" {
  meta_store_manager_role_arn = "arn:aws:iam::111122223333:role/lake"
  configuration {
    region = "us-east-1"
  }
}

resource "aws_macie2_classification_export_configuration" "bad_encryption_key" {
  s3_destination {
    bucket_name = "findings"
    kms_key_arn = "arn:aws:kms:us-east-1:111122223333:alias/aws/s3"
  }
}

# Beside no analyzer of external access.
resource "aws_accessanalyzer_analyzer" "bad_access_analyzer" {
  analyzer_name = "unused"
  type          = "ACCOUNT_UNUSED_ACCESS"
}
