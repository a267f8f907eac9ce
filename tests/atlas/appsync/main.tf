# Facts of AWS AppSync; see tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_appsync_graphql_api" "ok_authorization__public_edge__access_log__audit_log" {
  name                = "right"
  authentication_type = "AWS_IAM"
  visibility          = "PRIVATE"
  log_config {
    cloudwatch_logs_role_arn = "arn:aws:iam::111122223333:role/logs"
    field_log_level          = "ALL"
  }
}

resource "aws_appsync_graphql_api" "bad_authorization__public_edge__access_log__audit_log__omitted" {
  name                = "omitted"
  authentication_type = "API_KEY"
}

resource "aws_appsync_graphql_api" "bad_authorization__audit_log__second_provider" {
  name                = "second"
  authentication_type = "AWS_IAM"
  additional_authentication_provider {
    authentication_type = "API_KEY"
  }
  log_config {
    cloudwatch_logs_role_arn = "arn:aws:iam::111122223333:role/logs"
    field_log_level          = "NONE"
  }
}

resource "aws_appsync_api_cache" "ok_encryption__transit" {
  api_id                     = "abcdef"
  api_caching_behavior       = "FULL_REQUEST_CACHING"
  type                       = "SMALL"
  ttl                        = 60
  at_rest_encryption_enabled = true
  transit_encryption_enabled = true
}

resource "aws_appsync_api_cache" "bad_encryption__transit__omitted" {
  api_id               = "abcdef"
  api_caching_behavior = "FULL_REQUEST_CACHING"
  type                 = "SMALL"
  ttl                  = 60
}

resource "aws_appsync_datasource" "ok_transit" {
  api_id = "abcdef"
  name   = "right"
  type   = "HTTP"
  http_config {
    endpoint = "https://backend.example.org"
  }
}

resource "aws_appsync_datasource" "bad_transit" {
  api_id = "abcdef"
  name   = "clear"
  type   = "HTTP"
  http_config {
    endpoint = "http://backend.example.org"
  }
}
