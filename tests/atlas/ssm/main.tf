# Facts of AWS Systems Manager; see tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_kms_key" "key" {}

locals {
  session = { schemaVersion = "1.0", description = "Sessions", sessionType = "Standard_Stream" }
  right = {
    kmsKeyId                    = "1234abcd-12ab-34cd-56ef-1234567890ab"
    s3BucketName                = "sessions"
    s3EncryptionEnabled         = true
    cloudWatchLogGroupName      = ""
    cloudWatchEncryptionEnabled = false
  }
  command = { schemaVersion = "2.2", description = "Check", mainSteps = [] }
}

resource "aws_ssm_parameter" "ok_encryption__encryption_key" {
  name   = "/portal/token"
  type   = "SecureString"
  key_id = aws_kms_key.key.arn
  value  = "placeholder"
}

resource "aws_ssm_parameter" "bad_encryption_key__omitted" {
  name  = "/portal/managed"
  type  = "SecureString"
  value = "placeholder"
}

resource "aws_ssm_parameter" "bad_encryption" {
  name  = "/portal/theme"
  type  = "String"
  value = "light"
}

resource "aws_ssm_parameter" "ok_plain_secret" {
  name           = "/portal/theme"
  type           = "String"
  insecure_value = "light"
}

resource "aws_ssm_parameter" "bad_plain_secret" {
  name           = "/portal/key"
  type           = "String"
  insecure_value = "AKIA2E0A8F3B244C9986"
}

resource "aws_ssm_document" "ok_transit__audit_log__encryption__sharing__plain_secret" {
  name          = "right"
  document_type = "Session"
  content       = jsonencode(merge(local.session, { inputs = local.right }))
}

resource "aws_ssm_document" "ok_transit__audit_log__encryption__yaml" {
  name            = "right-yaml"
  document_type   = "Session"
  document_format = "YAML"
  content         = yamlencode(merge(local.session, { inputs = local.right }))
}

resource "aws_ssm_document" "bad_transit__audit_log__encryption__omitted" {
  name          = "omitted"
  document_type = "Session"
  content       = jsonencode(merge(local.session, { inputs = {} }))
}

resource "aws_ssm_document" "bad_transit__encryption__one_of_two" {
  name            = "one"
  document_type   = "Session"
  document_format = "YAML"
  content = yamlencode(merge(local.session, {
    inputs = merge(local.right, { kmsKeyId = "", cloudWatchLogGroupName = "sessions" })
  }))
}

resource "aws_ssm_document" "bad_sharing" {
  name          = "shared"
  document_type = "Command"
  content       = jsonencode(local.command)
  permissions = {
    type        = "Share"
    account_ids = "All"
  }
}

resource "aws_ssm_document" "ok_sharing" {
  name          = "shared-with-one"
  document_type = "Command"
  content       = jsonencode(local.command)
  permissions = {
    type        = "Share"
    account_ids = "444455556666"
  }
}

resource "aws_ssm_service_setting" "ok_public_access_block" {
  setting_id    = "/ssm/documents/console/public-sharing-permission"
  setting_value = "Disable"
}

resource "aws_ssm_service_setting" "bad_public_access_block" {
  setting_id    = "arn:aws:ssm:us-east-1:111122223333:servicesetting/ssm/documents/console/public-sharing-permission"
  setting_value = "Enable"
}

resource "aws_ssm_resource_data_sync" "ok_encryption_key" {
  name = "right"
  s3_destination {
    bucket_name = "inventory"
    region      = "us-east-1"
    kms_key_arn = aws_kms_key.key.arn
  }
}

resource "aws_ssm_resource_data_sync" "bad_encryption_key__omitted" {
  name = "omitted"
  s3_destination {
    bucket_name = "inventory"
    region      = "us-east-1"
  }
}

resource "aws_ssm_document" "bad_plain_secret" {
  name          = "secret"
  document_type = "Command"
  content       = jsonencode(merge(local.command, { parameters = { password = "correct-horse-battery-9" } }))
}
