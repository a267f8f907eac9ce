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

resource "aws_wafv2_web_acl" "ok_web_acl_rules__known_bad_inputs" {
  name  = "inputs"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
  rule {
    name     = "managed"
    priority = 1
    override_action {
      none {}
    }
    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesKnownBadInputsRuleSet"
        vendor_name = "AWS"
      }
    }
    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "managed"
      sampled_requests_enabled   = true
    }
  }
  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "inputs"
    sampled_requests_enabled   = true
  }
}

resource "aws_wafv2_web_acl" "ok_web_acl_rules__by_default" {
  name  = "closed"
  scope = "REGIONAL"
  default_action {
    block {}
  }
  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "closed"
    sampled_requests_enabled   = true
  }
}

resource "aws_wafv2_web_acl" "bad_web_acl_rules__known_bad_inputs__omitted" {
  name  = "empty"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "empty"
    sampled_requests_enabled   = true
  }
}

# What is only counted arrives.
resource "aws_wafv2_web_acl" "bad_web_acl_rules__known_bad_inputs__counted" {
  name  = "counted"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
  rule {
    name     = "managed"
    priority = 1
    override_action {
      count {}
    }
    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesKnownBadInputsRuleSet"
        vendor_name = "AWS"
      }
    }
    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "managed"
      sampled_requests_enabled   = true
    }
  }
  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "counted"
    sampled_requests_enabled   = true
  }
}

resource "aws_wafv2_web_acl" "bad_known_bad_inputs__another_group" {
  name  = "another"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
  rule {
    name     = "managed"
    priority = 1
    override_action {
      none {}
    }
    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesCommonRuleSet"
        vendor_name = "AWS"
      }
    }
    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "managed"
      sampled_requests_enabled   = true
    }
  }
  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "another"
    sampled_requests_enabled   = true
  }
}

resource "aws_wafv2_web_acl" "ok_web_acl_rules__known_bad_inputs__as_json" {
  name  = "json"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
  rule_json = jsonencode([{
    Name           = "managed"
    Priority       = 1
    OverrideAction = { None = {} }
    Statement = {
      ManagedRuleGroupStatement = { Name = "AWSManagedRulesKnownBadInputsRuleSet", VendorName = "AWS" }
    }
    VisibilityConfig = { CloudWatchMetricsEnabled = true, MetricName = "managed", SampledRequestsEnabled = true }
  }])
  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "json"
    sampled_requests_enabled   = true
  }
}

resource "aws_waf_web_acl" "ok_web_acl_rules" {
  name        = "rules"
  metric_name = "rules"
  default_action {
    type = "ALLOW"
  }
  rules {
    action {
      type = "BLOCK"
    }
    priority = 1
    rule_id  = "12345678-1234-1234-1234-123456789012"
  }
}

resource "aws_waf_web_acl" "bad_web_acl_rules__counted" {
  name        = "counted"
  metric_name = "counted"
  default_action {
    type = "ALLOW"
  }
  rules {
    action {
      type = "COUNT"
    }
    priority = 1
    rule_id  = "12345678-1234-1234-1234-123456789012"
  }
}

resource "aws_wafregional_web_acl" "ok_web_acl_rules" {
  name        = "rules"
  metric_name = "rules"
  default_action {
    type = "ALLOW"
  }
  rule {
    override_action {
      type = "NONE"
    }
    priority = 1
    rule_id  = "12345678-1234-1234-1234-123456789012"
    type     = "GROUP"
  }
}

resource "aws_wafregional_web_acl" "bad_web_acl_rules__omitted" {
  name        = "empty"
  metric_name = "empty"
  default_action {
    type = "ALLOW"
  }
}
