# Facts of X-Ray, Synthetics, Prometheus and OpenSearch Ingestion; see tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_kms_key" "key" {}

resource "aws_xray_encryption_config" "ok_encryption_key" {
  type   = "KMS"
  key_id = aws_kms_key.key.arn
}

resource "aws_xray_encryption_config" "bad_encryption_key" {
  type = "NONE"
}

resource "aws_synthetics_canary" "ok_encryption_key" {
  name                 = "right"
  artifact_s3_location = "s3://canaries/"
  execution_role_arn   = "arn:aws:iam::111122223333:role/canary"
  handler              = "index.handler"
  runtime_version      = "syn-nodejs-puppeteer-9.1"
  s3_bucket            = "code"
  s3_key               = "canary.zip"
  artifact_config {
    s3_encryption {
      encryption_mode = "SSE_KMS"
      kms_key_arn     = aws_kms_key.key.arn
    }
  }
  schedule {
    expression = "rate(1 hour)"
  }
}

resource "aws_synthetics_canary" "bad_encryption_key__omitted" {
  name                 = "omitted"
  artifact_s3_location = "s3://canaries/"
  execution_role_arn   = "arn:aws:iam::111122223333:role/canary"
  handler              = "index.handler"
  runtime_version      = "syn-nodejs-puppeteer-9.1"
  s3_bucket            = "code"
  s3_key               = "canary.zip"
  schedule {
    expression = "rate(1 hour)"
  }
}

resource "aws_prometheus_workspace" "ok_encryption_key" {
  kms_key_arn = aws_kms_key.key.arn
}

resource "aws_prometheus_workspace" "bad_encryption_key__omitted" {}

resource "aws_osis_pipeline" "ok_encryption_key__audit_log" {
  pipeline_name               = "right"
  min_units                   = 1
  max_units                   = 1
  pipeline_configuration_body = "version: '2'"
  encryption_at_rest_options {
    kms_key_arn = aws_kms_key.key.arn
  }
  log_publishing_options {
    is_logging_enabled = true
    cloudwatch_log_destination {
      log_group = "/aws/vendedlogs/pipeline"
    }
  }
}

resource "aws_osis_pipeline" "bad_encryption_key__audit_log__omitted" {
  pipeline_name               = "omitted"
  min_units                   = 1
  max_units                   = 1
  pipeline_configuration_body = "version: '2'"
}

resource "aws_oam_sink_policy" "bad_policy_exposure" {
  sink_identifier = "arn:aws:oam:us-east-1:111122223333:sink/12345678-1234-1234-1234-123456789012"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = ["oam:CreateLink"], Resource = "*" }]
  })
}

resource "aws_synthetics_canary" "ok_plain_secret" {
  name                 = "settings"
  artifact_s3_location = "s3://canaries/"
  execution_role_arn   = "arn:aws:iam::111122223333:role/canary"
  handler              = "index.handler"
  runtime_version      = "syn-nodejs-puppeteer-9.1"
  s3_bucket            = "code"
  s3_key               = "canary.zip"
  run_config {
    environment_variables = { STAGE = "production" }
  }
  schedule {
    expression = "rate(1 hour)"
  }
}

resource "aws_synthetics_canary" "bad_plain_secret" {
  name                 = "secret"
  artifact_s3_location = "s3://canaries/"
  execution_role_arn   = "arn:aws:iam::111122223333:role/canary"
  handler              = "index.handler"
  runtime_version      = "syn-nodejs-puppeteer-9.1"
  s3_bucket            = "code"
  s3_key               = "canary.zip"
  run_config {
    environment_variables = { DB_PASSWORD = "correct-horse-battery-9" }
  }
  schedule {
    expression = "rate(1 hour)"
  }
}

resource "aws_xray_resource_policy" "ok_policy_exposure" {
  policy_name = "portal"
  policy_document = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:role/portal" }
      Action    = "xray:PutTraceSegments"
      Resource  = "*"
    }]
  })
}

resource "aws_xray_resource_policy" "bad_policy_exposure" {
  policy_name = "portal"
  policy_document = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "xray:PutTraceSegments", Resource = "*" }]
  })
}

resource "aws_oam_sink_policy" "ok_policy_exposure" {
  sink_identifier = "arn:aws:oam:us-east-1:111122223333:sink/12345678-1234-1234-1234-123456789012"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:role/portal" }
      Action    = "oam:CreateLink"
      Resource  = "*"
    }]
  })
}
