# Facts of Amazon CloudWatch Logs; see tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_kms_key" "key" {}

locals {
  everyone = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "logs:PutSubscriptionFilter", Resource = "*" }]
  })
  one = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "444455556666" }
      Action    = "logs:PutSubscriptionFilter"
      Resource  = "*"
    }]
  })
}

resource "aws_cloudwatch_log_group" "ok_encryption__encryption_key__log_retention" {
  name              = "right"
  kms_key_id        = aws_kms_key.key.arn
  retention_in_days = 2557
}

resource "aws_cloudwatch_log_group" "bad_encryption_key__omitted" {
  name = "omitted"
}

resource "aws_cloudwatch_log_group" "ok_log_retention__forever" {
  name              = "forever"
  retention_in_days = 0
}

resource "aws_cloudwatch_log_resource_policy" "bad_policy_exposure" {
  policy_name     = "everyone"
  policy_document = local.everyone
}

resource "aws_cloudwatch_log_resource_policy" "ok_policy_exposure" {
  policy_name     = "one"
  policy_document = local.one
}

resource "aws_cloudwatch_log_destination_policy" "bad_policy_exposure" {
  destination_name = "central"
  access_policy    = local.everyone
}

resource "aws_cloudwatch_log_destination_policy" "ok_policy_exposure" {
  destination_name = "central"
  access_policy    = local.one
}

resource "aws_cloudwatch_log_delivery_destination_policy" "bad_policy_exposure" {
  delivery_destination_name   = "central"
  delivery_destination_policy = local.everyone
}

resource "aws_cloudwatch_log_anomaly_detector" "ok_encryption__encryption_key" {
  log_group_arn_list = ["arn:aws:logs:us-east-1:111122223333:log-group:portal"]
  enabled            = true
  kms_key_id         = aws_kms_key.key.arn
}

resource "aws_cloudwatch_log_anomaly_detector" "bad_encryption_key__omitted" {
  log_group_arn_list = ["arn:aws:logs:us-east-1:111122223333:log-group:portal"]
  enabled            = true
}

resource "aws_cloudwatch_log_delivery_destination_policy" "ok_policy_exposure" {
  delivery_destination_name   = "central"
  delivery_destination_policy = local.one
}

# A topic that nobody calls is not asked for subscriptions: its name claims nothing.
resource "aws_sns_topic" "quiet" {
  name = "quiet"
}

resource "aws_sns_topic" "ok_alarm_delivery" {
  name = "heard"
}

resource "aws_sns_topic_subscription" "on_call" {
  topic_arn = aws_sns_topic.ok_alarm_delivery.arn
  protocol  = "https"
  endpoint  = "https://on-call.example.com/alarms"
}

resource "aws_sns_topic" "bad_alarm_delivery__alarm" {
  name = "unheard"
}

resource "aws_sns_topic" "bad_alarm_delivery__rule" {
  name = "unheard-rule"
}

resource "aws_sns_topic" "bad_alarm_delivery__vault" {
  name = "unheard-backup"
}

resource "aws_cloudwatch_event_target" "rule" {
  rule = "root-use"
  arn  = aws_sns_topic.bad_alarm_delivery__rule.arn
}

resource "aws_backup_vault_notifications" "jobs" {
  backup_vault_name   = "records"
  sns_topic_arn       = aws_sns_topic.bad_alarm_delivery__vault.arn
  backup_vault_events = ["BACKUP_JOB_FAILED"]
}

resource "aws_cloudwatch_metric_alarm" "ok_alarm_action" {
  alarm_name          = "root-use"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  metric_name         = "RootUse"
  namespace           = "Portal"
  period              = 60
  statistic           = "Sum"
  threshold           = 0
  alarm_actions       = [aws_sns_topic.ok_alarm_delivery.arn, aws_sns_topic.bad_alarm_delivery__alarm.arn]
}

resource "aws_cloudwatch_metric_alarm" "bad_alarm_action__omitted" {
  alarm_name          = "omitted"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  metric_name         = "RootUse"
  namespace           = "Portal"
  period              = 60
  statistic           = "Sum"
  threshold           = 0
  ok_actions          = [aws_sns_topic.ok_alarm_delivery.arn]
}

resource "aws_cloudwatch_metric_alarm" "bad_alarm_action__switched_off" {
  alarm_name          = "off"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  metric_name         = "RootUse"
  namespace           = "Portal"
  period              = 60
  statistic           = "Sum"
  threshold           = 0
  actions_enabled     = false
  alarm_actions       = [aws_sns_topic.ok_alarm_delivery.arn]
}

# Watched by the composite alarms below, which call for it: their names claim nothing.
resource "aws_cloudwatch_metric_alarm" "part" {
  alarm_name          = "part"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  metric_name         = "RootUse"
  namespace           = "Portal"
  period              = 60
  statistic           = "Sum"
  threshold           = 0
}

resource "aws_cloudwatch_composite_alarm" "ok_alarm_action" {
  alarm_name    = "all"
  alarm_rule    = "ALARM(${aws_cloudwatch_metric_alarm.part.alarm_name}) OR ALARM(elsewhere)"
  alarm_actions = [aws_sns_topic.ok_alarm_delivery.arn]
}

resource "aws_cloudwatch_composite_alarm" "bad_alarm_action" {
  alarm_name = "silent"
  alarm_rule = "ALARM(\"part\")"
}

# A chat channel subscribes by itself.
resource "aws_sns_topic" "ok_alarm_delivery__chat" {
  name = "chat"
}

resource "aws_chatbot_slack_channel_configuration" "chat" {
  configuration_name = "alarms"
  iam_role_arn       = "arn:aws:iam::111122223333:role/chat"
  slack_channel_id   = "C0123456789"
  slack_team_id      = "T0123456789"
  sns_topic_arns     = [aws_sns_topic.ok_alarm_delivery__chat.arn]
}

resource "aws_cloudwatch_metric_alarm" "ok_alarm_action__chat" {
  alarm_name          = "chat"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  metric_name         = "RootUse"
  namespace           = "Portal"
  period              = 60
  statistic           = "Sum"
  threshold           = 0
  alarm_actions       = [aws_sns_topic.ok_alarm_delivery__chat.arn]
}
