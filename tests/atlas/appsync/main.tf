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

resource "aws_appsync_graphql_api" "ok_web_acl" {
  name                = "guarded"
  authentication_type = "AWS_IAM"
}

resource "aws_wafv2_web_acl_association" "api" {
  resource_arn = aws_appsync_graphql_api.ok_web_acl.arn
  web_acl_arn  = "arn:aws:wafv2:us-east-1:111122223333:regional/webacl/portal/12345678-1234-1234-1234-123456789012"
}

resource "aws_appsync_graphql_api" "bad_web_acl__omitted" {
  name                = "unguarded"
  authentication_type = "AWS_IAM"
}
