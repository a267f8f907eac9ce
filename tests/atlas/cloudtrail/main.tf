# Facts of AWS CloudTrail; see tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_kms_key" "key" {}

resource "aws_cloudwatch_log_group" "trail" {
  name = "trail"
}

resource "aws_cloudtrail" "ok_encryption__encryption_key__trail_coverage__trail_integrity__trail_delivery" {
  name                       = "right"
  s3_bucket_name             = "trail"
  is_multi_region_trail      = true
  enable_log_file_validation = true
  kms_key_id                 = aws_kms_key.key.arn
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.trail.arn}:*"
  cloud_watch_logs_role_arn  = "arn:aws:iam::111122223333:role/trail"
}

resource "aws_cloudtrail" "bad_encryption_key__trail_coverage__trail_integrity__trail_delivery__omitted" {
  name           = "omitted"
  s3_bucket_name = "trail"
}

resource "aws_cloudtrail" "bad_trail_coverage__trail_delivery__switched_off" {
  name                          = "off"
  s3_bucket_name                = "trail"
  is_multi_region_trail         = false
  include_global_service_events = false
  enable_logging                = false
  cloud_watch_logs_group_arn    = "${aws_cloudwatch_log_group.trail.arn}:*"
  cloud_watch_logs_role_arn     = "arn:aws:iam::111122223333:role/trail"
}

resource "aws_cloudtrail_event_data_store" "ok_encryption__encryption_key__trail_coverage__log_retention__deletion_protection" {
  name       = "right"
  kms_key_id = aws_kms_key.key.arn
}

resource "aws_cloudtrail_event_data_store" "bad_encryption_key__trail_coverage__deletion_protection" {
  name                           = "off"
  multi_region_enabled           = false
  termination_protection_enabled = false
}
