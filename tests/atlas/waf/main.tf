# Facts of AWS WAF; see tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_wafv2_web_acl" "ok_access_log" {
  name  = "right"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "right"
    sampled_requests_enabled   = true
  }
}

resource "aws_wafv2_web_acl_logging_configuration" "logging" {
  resource_arn            = aws_wafv2_web_acl.ok_access_log.arn
  log_destination_configs = ["arn:aws:logs:us-east-1:111122223333:log-group:aws-waf-logs-portal"]
}

resource "aws_wafv2_web_acl" "bad_access_log__omitted" {
  name  = "omitted"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "omitted"
    sampled_requests_enabled   = true
  }
}

resource "aws_waf_web_acl" "ok_access_log" {
  name        = "right"
  metric_name = "right"
  default_action {
    type = "ALLOW"
  }
  logging_configuration {
    log_destination = "arn:aws:firehose:us-east-1:111122223333:deliverystream/aws-waf-logs-portal"
  }
}

resource "aws_waf_web_acl" "bad_access_log__omitted" {
  name        = "omitted"
  metric_name = "omitted"
  default_action {
    type = "ALLOW"
  }
}

resource "aws_wafregional_web_acl" "ok_access_log" {
  name        = "right"
  metric_name = "right"
  default_action {
    type = "ALLOW"
  }
  logging_configuration {
    log_destination = "arn:aws:firehose:us-east-1:111122223333:deliverystream/aws-waf-logs-portal"
  }
}

resource "aws_wafregional_web_acl" "bad_access_log__omitted" {
  name        = "omitted"
  metric_name = "omitted"
  default_action {
    type = "ALLOW"
  }
}
