# What watches a trail, in an account for each case; see tests/atlas/s3 on names.

provider "aws" {
  region              = "us-east-1"
  allowed_account_ids = ["111122223333"]
}

provider "aws" {
  alias  = "silent"
  region = "us-east-1"
  assume_role {
    role_arn = "arn:aws:iam::222233334444:role/plan"
  }
}

provider "aws" {
  alias  = "deaf"
  region = "us-east-1"
  assume_role {
    role_arn = "arn:aws:iam::333344445555:role/plan"
  }
}

provider "aws" {
  alias  = "ruled"
  region = "us-east-1"
  assume_role {
    role_arn = "arn:aws:iam::444455556666:role/plan"
  }
}

provider "aws" {
  alias  = "patient"
  region = "us-east-1"
  assume_role {
    role_arn = "arn:aws:iam::555566667777:role/plan"
  }
}

provider "aws" {
  alias  = "half"
  region = "us-east-1"
  assume_role {
    role_arn = "arn:aws:iam::666677778888:role/plan"
  }
}

resource "aws_s3_bucket" "files" {
  bucket = "trail-files"
}

resource "aws_kms_key" "files" {}

resource "aws_backup_vault" "files" {
  name = "files"
}

resource "aws_cloudwatch_log_group" "trail" {
  name = "trail"
}

# Other spellings of the benchmark's patterns, and some events under one filter.
locals {
  patterns = {
    root         = "{ $.userIdentity.type = \"Root\" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != \"AwsServiceEvent\" }"
    refused      = "{ (($.errorCode = *UnauthorizedOperation) || ($.errorCode = AccessDenied*)) && ($.eventName != \"HeadBucket\") }"
    sign_in      = "{ ($.eventName = ConsoleLogin) && (($.errorMessage = \"Failed authentication\") || ($.additionalEventData.MFAUsed != \"Yes\")) }"
    cloudtrail   = "{ $.eventSource = \"cloudtrail.amazonaws.com\" && $.readOnly IS FALSE }"
    kms          = "{ $.eventSource = kms.amazonaws.com && ($.eventName = Disable* || $.eventName = ScheduleKeyDeletion || $.eventName = PutKeyPolicy || $.eventName = CreateGrant || $.eventName = DeleteImportedKeyMaterial || $.eventName = *Alias) }"
    s3           = "{ $.eventSource = s3.amazonaws.com && ($.eventName = PutBucket* || $.eventName = DeleteBucket* || $.eventName = *AccountPublicAccessBlock) }"
    iam          = "{ $.eventSource = iam.amazonaws.com && $.readOnly IS FALSE }"
    network      = "{ $.eventSource = ec2.amazonaws.com && $.readOnly IS FALSE }"
    watchers     = "{ $.eventSource = config.amazonaws.com || $.eventSource = logs.amazonaws.com || $.eventSource = monitoring.amazonaws.com || $.eventSource = events.amazonaws.com || $.eventSource = guardduty.amazonaws.com }"
    backup       = "{ $.eventSource = %^backup% }"
    organization = "{ $.eventSource = organizations.amazonaws.com }"
  }
  # The key filter waits for another event, that of buckets counts nothing.
  wrong = merge(local.patterns, {
    kms          = "{ $.eventName = DisableKeyRotation }"
    organization = "{ $.eventSource = organizations.amazonaws.com && $.eventName = Delete* }"
  })
}

resource "aws_cloudtrail" "ok_management_events__trail_insights__watched_events__watched_changes__filters" {
  name                       = "filters"
  s3_bucket_name             = aws_s3_bucket.files.id
  is_multi_region_trail      = true
  is_organization_trail      = true
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.trail.arn}:*"
  cloud_watch_logs_role_arn  = "arn:aws:iam::111122223333:role/trail"
  insight_selector {
    insight_type = "ApiCallRateInsight"
  }
  insight_selector {
    insight_type = "ApiErrorRateInsight"
  }
}

resource "aws_cloudwatch_log_metric_filter" "events" {
  for_each       = local.patterns
  name           = each.key
  log_group_name = aws_cloudwatch_log_group.trail.name
  pattern        = each.value
  metric_transformation {
    namespace = "Trail"
    name      = each.key
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "events" {
  for_each            = local.patterns
  alarm_name          = each.key
  namespace           = "Trail"
  metric_name         = aws_cloudwatch_log_metric_filter.events[each.key].metric_transformation[0].name
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  alarm_actions       = [aws_sns_topic.alarms.arn]
}

resource "aws_cloudwatch_event_rule" "ok_event_rule__insights" {
  name          = "insights"
  event_pattern = jsonencode({ source = ["aws.cloudtrail"], "detail-type" = ["AWS Insight via CloudTrail"] })
}

resource "aws_cloudwatch_event_target" "insights" {
  rule = aws_cloudwatch_event_rule.ok_event_rule__insights.name
  arn  = aws_sns_topic.alarms.arn
}

resource "aws_sns_topic" "alarms" {
  name = "alarms"
}

resource "aws_sns_topic_subscription" "ok_alarm_delivery__everything" {
  topic_arn = aws_sns_topic.alarms.arn
  protocol  = "email"
  endpoint  = "security@example.org"
}

resource "aws_sns_topic_subscription" "ok_alarm_delivery__by_body" {
  topic_arn           = aws_sns_topic.alarms.arn
  protocol            = "email"
  endpoint            = "security@example.org"
  filter_policy       = jsonencode({ AlarmName = [{ prefix = "trail" }] })
  filter_policy_scope = "MessageBody"
}

resource "aws_sns_topic_subscription" "bad_alarm_delivery__by_attributes" {
  topic_arn     = aws_sns_topic.alarms.arn
  protocol      = "email"
  endpoint      = "security@example.org"
  filter_policy = jsonencode({ severity = ["high"] })
}

# Beside a trail that records the rest.
resource "aws_cloudtrail" "data_alone" {
  name           = "data"
  s3_bucket_name = aws_s3_bucket.files.id
  advanced_event_selector {
    field_selector {
      field  = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field  = "resources.type"
      equals = ["AWS::S3::Object"]
    }
  }
}

resource "aws_cloudtrail" "bad_management_events__trail_insights__reads_only" {
  provider       = aws.half
  name           = "reads"
  s3_bucket_name = "central"
  event_selector {
    read_write_type = "ReadOnly"
  }
}

# Nobody counts anything.
resource "aws_cloudtrail" "bad_trail_insights__watched_events__uncounted" {
  provider       = aws.silent
  name           = "uncounted"
  s3_bucket_name = "central"
  insight_selector {
    insight_type = "ApiCallRateInsight"
  }
}

resource "aws_cloudwatch_log_group" "deaf" {
  provider = aws.deaf
  name     = "deaf"
}

resource "aws_cloudtrail" "bad_watched_events__watched_changes__deaf" {
  provider                   = aws.deaf
  name                       = "deaf"
  s3_bucket_name             = "central"
  is_organization_trail      = true
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.deaf.arn}:*"
  cloud_watch_logs_role_arn  = "arn:aws:iam::333344445555:role/trail"
}

resource "aws_cloudwatch_log_metric_filter" "deaf" {
  provider       = aws.deaf
  for_each       = local.wrong
  name           = each.key
  log_group_name = aws_cloudwatch_log_group.deaf.name
  pattern        = each.value
  metric_transformation {
    namespace = "Trail"
    name      = each.key
    value     = each.key == "s3" ? "0" : "1"
  }
}

# Each in its own way never raised.
resource "aws_cloudwatch_metric_alarm" "deaf" {
  provider            = aws.deaf
  for_each            = local.wrong
  alarm_name          = each.key
  namespace           = each.key == "root" ? "Trial" : "Trail"
  metric_name         = each.key
  statistic           = each.key == "iam" ? "Minimum" : "Sum"
  period              = 300
  evaluation_periods  = each.key == "network" ? 3 : 1
  comparison_operator = each.key == "sign_in" ? "LessThanThreshold" : "GreaterThanOrEqualToThreshold"
  threshold           = each.key == "cloudtrail" ? 5 : 1
  dimensions          = each.key == "backup" ? { Region = "us-east-1" } : {}
  unit                = each.key == "watchers" ? "Bytes" : null
  alarm_actions       = [aws_sns_topic.alarms.arn]
}

# Rules of EventBridge hear the calls; refused reads they do not.
resource "aws_cloudtrail" "bad_watched_events__by_rules" {
  provider       = aws.ruled
  name           = "ruled"
  s3_bucket_name = "central"
}

resource "aws_cloudwatch_event_rule" "bad_event_rule__without_target" {
  provider      = aws.ruled
  name          = "aimless"
  event_pattern = jsonencode({ source = ["aws.kms"] })
}

resource "aws_cloudwatch_event_rule" "bad_event_rule__switched_off" {
  provider      = aws.ruled
  name          = "off"
  state         = "DISABLED"
  event_pattern = jsonencode({ source = ["aws.kms"] })
}

resource "aws_cloudwatch_event_target" "off" {
  provider = aws.ruled
  rule     = aws_cloudwatch_event_rule.bad_event_rule__switched_off.name
  arn      = aws_sns_topic.alarms.arn
}

resource "aws_cloudwatch_event_rule" "bad_event_rule__another_service" {
  provider      = aws.ruled
  name          = "contradiction"
  event_pattern = jsonencode({ source = ["aws.s3"], detail = { eventSource = ["kms.amazonaws.com"] } })
}

resource "aws_cloudwatch_event_target" "contradiction" {
  provider = aws.ruled
  rule     = aws_cloudwatch_event_rule.bad_event_rule__another_service.name
  arn      = "arn:aws:sns:us-east-1:444455556666:alarms"
}

# Work, not an alarm.
resource "aws_cloudwatch_event_rule" "work" {
  provider      = aws.ruled
  name          = "work"
  state         = "DISABLED"
  event_pattern = jsonencode({ source = ["aws.s3"] })
}

resource "aws_cloudwatch_event_target" "work" {
  provider = aws.ruled
  rule     = aws_cloudwatch_event_rule.work.name
  arn      = "arn:aws:lambda:us-east-1:444455556666:function:work"
}

# Tells of the hundredth refused call.
resource "aws_cloudtrail" "ok_watched_events__patient" {
  provider                   = aws.patient
  name                       = "patient"
  s3_bucket_name             = "central"
  cloud_watch_logs_group_arn = "arn:aws:logs:us-east-1:555566667777:log-group:patient:*"
  cloud_watch_logs_role_arn  = "arn:aws:iam::555566667777:role/trail"
}

resource "aws_cloudwatch_log_metric_filter" "patient" {
  provider       = aws.patient
  for_each       = local.patterns
  name           = each.key
  log_group_name = "patient"
  pattern        = each.value
  metric_transformation {
    namespace = "Trail"
    name      = each.key
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "failed" {
  provider       = aws.patient
  name           = "failed"
  log_group_name = "patient"
  pattern        = "Failed authentication"
  metric_transformation {
    namespace = "Trail"
    name      = "failed"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "patient" {
  provider            = aws.patient
  for_each            = merge(local.patterns, { failed = "" })
  alarm_name          = each.key
  namespace           = "Trail"
  metric_name         = each.key
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  comparison_operator = "GreaterThanOrEqualToThreshold"
  threshold           = each.key == "refused" ? 100 : 1
  alarm_actions       = [aws_sns_topic.alarms.arn]
}

resource "aws_ssmincidents_response_plan" "ok_alarm_action" {
  name = "breach"
  incident_template {
    title  = "Breach"
    impact = 1
    notification_target {
      sns_topic_arn = aws_sns_topic.alarms.arn
    }
  }
}

resource "aws_ssmincidents_response_plan" "bad_alarm_action" {
  name = "silent"
  incident_template {
    title  = "Breach"
    impact = 1
  }
}

resource "aws_account_alternate_contact" "ok_security_contact" {
  alternate_contact_type = "SECURITY"
  name                   = "Security"
  title                  = "Officer"
  email_address          = "security@example.org"
  phone_number           = "+15555550100"
}

resource "aws_account_alternate_contact" "bad_security_contact__billing_alone" {
  provider               = aws.silent
  alternate_contact_type = "BILLING"
  name                   = "Billing"
  title                  = "Officer"
  email_address          = "billing@example.org"
  phone_number           = "+15555550100"
}

resource "aws_sns_topic" "bad_alarm_delivery__key_of_aws" {
  name              = "key-of-aws"
  kms_master_key_id = "alias/aws/sns"
}

resource "aws_sns_topic_subscription" "key_of_aws" {
  topic_arn = aws_sns_topic.bad_alarm_delivery__key_of_aws.arn
  protocol  = "email"
  endpoint  = "security@example.org"
}

resource "aws_cloudwatch_metric_alarm" "key_of_aws" {
  alarm_name          = "key-of-aws"
  namespace           = "AWS/EC2"
  metric_name         = "StatusCheckFailed"
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  alarm_actions       = [aws_sns_topic.bad_alarm_delivery__key_of_aws.arn]
}
