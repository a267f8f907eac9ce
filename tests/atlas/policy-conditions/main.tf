# What policies ask beyond who: services tied to a source, connections and keys refused; see tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

locals {
  account = "111122223333"
  custodian = {
    Effect    = "Allow"
    Principal = { AWS = "arn:aws:iam::111122223333:role/custodian" }
    Action    = ["kms:Put*", "kms:Create*", "kms:ScheduleKeyDeletion"]
    Resource  = "*"
  }
  logs_untied = jsonencode({
    Version = "2012-10-17"
    Statement = [local.custodian, {
      Effect    = "Allow"
      Principal = { Service = "logs.us-east-1.amazonaws.com" }
      Action    = ["kms:Encrypt*", "kms:Decrypt*", "kms:GenerateDataKey*"]
      Resource  = "*"
    }]
  })
  logs_tied = jsonencode({
    Version = "2012-10-17"
    Statement = [local.custodian, {
      Effect    = "Allow"
      Principal = { Service = "logs.us-east-1.amazonaws.com" }
      Action    = ["kms:Encrypt*", "kms:Decrypt*", "kms:GenerateDataKey*"]
      Resource  = "*"
      Condition = { ArnLike = { "kms:EncryptionContext:aws:logs:arn" = "arn:aws:logs:us-east-1:111122223333:log-group:portal" } }
    }]
  })
  # Everything the key can do, if through one service.
  every_action_through_a_service = jsonencode({
    Version = "2012-10-17"
    Statement = [local.custodian, {
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:root" }
      Action    = "kms:*"
      Resource  = "*"
      Condition = { StringEquals = { "kms:ViaService" = "s3.us-east-1.amazonaws.com" } }
    }]
  })
  # Nobody is named as custodian, so that whoever reads through Amazon S3 may also change the policy.
  no_custodian = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:root" }, Action = ["kms:Put*", "kms:ScheduleKeyDeletion"], Resource = "*" },
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::111122223333:root" }
        Action    = ["kms:Decrypt", "kms:GenerateDataKey*"]
        Resource  = "*"
        Condition = { StringEquals = { "kms:ViaService" = "s3.us-east-1.amazonaws.com" } }
      },
    ]
  })
}

resource "aws_kms_key" "bad_service_source" {
  policy = local.logs_untied
}
resource "aws_kms_key" "ok_service_source" {
  policy = local.logs_tied
}
resource "aws_kms_key" "bad_key_separation__no_custodian" {
  policy = local.no_custodian
}
resource "aws_kms_key" "every_action_through_a_service" {
  policy = local.every_action_through_a_service
}
resource "aws_kms_key_policy" "bad_service_source" {
  key_id = "1234abcd-12ab-34cd-56ef-1234567890ab"
  policy = local.logs_untied
}
resource "aws_kms_key_policy" "ok_service_source" {
  key_id = "1234abcd-12ab-34cd-56ef-1234567890ab"
  policy = local.logs_tied
}
resource "aws_kms_replica_key" "bad_service_source" {
  primary_key_arn = "arn:aws:kms:us-west-2:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab"
  policy          = local.logs_untied
}
resource "aws_kms_replica_key" "ok_service_source" {
  primary_key_arn = "arn:aws:kms:us-west-2:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab"
  policy          = local.logs_tied
}

locals {
  trusts = {
    for service, condition in {
      untied = {}
      tied   = { StringEquals = { "aws:SourceAccount" = local.account } }
      } : service => jsonencode({
        Version = "2012-10-17"
        Statement = [merge(
          { Effect = "Allow", Principal = { Service = "vpc-flow-logs.amazonaws.com" }, Action = "sts:AssumeRole" },
          length(condition) == 0 ? {} : { Condition = condition },
        )]
    })
  }
}

resource "aws_iam_role" "bad_service_source" {
  assume_role_policy = local.trusts.untied
}
resource "aws_iam_role" "ok_service_source" {
  assume_role_policy = local.trusts.tied
}
# Amazon EC2 sends no source: whoever passes the role is of its account.
resource "aws_iam_role" "instance" {
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "ec2.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

data "aws_iam_policy_document" "delivery" {
  for_each = toset(["tied", "untied"])
  statement {
    sid       = "Delivery"
    actions   = ["s3:PutObject"]
    resources = ["${aws_s3_bucket.ok_upload_key.arn}/*"]
    principals {
      type        = "Service"
      identifiers = ["logging.s3.amazonaws.com"]
    }
    dynamic "condition" {
      for_each = each.key == "tied" ? [1] : []
      content {
        test     = "StringEquals"
        variable = "aws:SourceAccount"
        values   = [local.account]
      }
    }
  }
}

resource "aws_s3_bucket_policy" "bad_service_source__rendered" {
  bucket = "elsewhere"
  policy = data.aws_iam_policy_document.delivery["untied"].json
}
resource "aws_s3_bucket_policy" "ok_service_source__rendered" {
  bucket = "elsewhere"
  policy = data.aws_iam_policy_document.delivery["tied"].json
}

resource "aws_secretsmanager_secret_policy" "bad_service_source" {
  secret_arn = "arn:aws:secretsmanager:us-east-1:111122223333:secret:shared-AbCdEf"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "appsync.amazonaws.com" }, Action = "secretsmanager:GetSecretValue", Resource = "*" }]
  })
}
resource "aws_secretsmanager_secret_policy" "ok_service_source" {
  secret_arn = "arn:aws:secretsmanager:us-east-1:111122223333:secret:shared-AbCdEf"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "appsync.amazonaws.com" }
      Action    = "secretsmanager:GetSecretValue"
      Resource  = "*"
      Condition = { StringEquals = { "aws:SourceAccount" = local.account } }
    }]
  })
}
resource "aws_ecr_repository_policy" "bad_service_source" {
  repository = "images"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = "ecr:BatchGetImage" }]
  })
}
resource "aws_ecr_repository_policy" "ok_service_source" {
  repository = "images"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "lambda.amazonaws.com" }
      Action    = "ecr:BatchGetImage"
      Condition = { StringLike = { "aws:SourceArn" = "arn:aws:lambda:us-east-1:111122223333:function:*" } }
    }]
  })
}
resource "aws_cloudwatch_log_resource_policy" "bad_service_source" {
  policy_name = "queries"
  policy_document = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "es.amazonaws.com" }, Action = ["logs:CreateLogStream", "logs:PutLogEvents"], Resource = "arn:aws:logs:us-east-1:111122223333:log-group:search:*" }]
  })
}
resource "aws_cloudwatch_log_resource_policy" "ok_service_source" {
  policy_name = "queries"
  policy_document = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "es.amazonaws.com" }
      Action    = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource  = "arn:aws:logs:us-east-1:111122223333:log-group:search:*"
      Condition = { StringEquals = { "aws:SourceAccount" = local.account } }
    }]
  })
}

locals {
  messages = {
    for name, condition in { untied = null, tied = { StringEquals = { "aws:SourceAccount" = local.account } } } : name => jsonencode({
      Version = "2012-10-17"
      Statement = [merge(
        { Effect = "Allow", Principal = { Service = "s3.amazonaws.com" }, Action = ["sqs:SendMessage", "sns:Publish"], Resource = "*" },
        condition == null ? {} : { Condition = condition },
      )]
    })
  }
}
resource "aws_sqs_queue" "bad_service_source" {
  name   = "untied"
  policy = local.messages.untied
}
resource "aws_sqs_queue" "ok_service_source" {
  name   = "tied"
  policy = local.messages.tied
}
resource "aws_sns_topic" "bad_service_source" {
  name   = "untied"
  policy = local.messages.untied
}
resource "aws_sns_topic" "ok_service_source" {
  name   = "tied"
  policy = local.messages.tied
}

# Queues and topics answer requests without TLS unless their policy refuses them.
locals {
  clear = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/portal" }, Action = ["sqs:SendMessage", "sns:Publish"], Resource = "*" }]
  })
  refusals = {
    for name, deny in {
      all  = { Principal = "*", Action = ["sqs:*"] }
      one  = { Principal = { AWS = "arn:aws:iam::111122223333:role/portal" }, Action = ["sqs:*"] }
      send = { Principal = "*", Action = ["sqs:SendMessage"] }
      } : name => jsonencode({
        Version   = "2012-10-17"
        Statement = [merge(deny, { Effect = "Deny", Resource = "*", Condition = { Bool = { "aws:SecureTransport" = "false" } } })]
    })
  }
}

resource "aws_sqs_queue" "bad_transit__omitted" {
  name = "omitted"
}
resource "aws_sqs_queue" "ok_transit__inline" {
  name   = "inline"
  policy = local.refusals.all
}
resource "aws_sqs_queue" "bad_transit__clear" {
  name   = "clear"
  policy = local.clear
}
resource "aws_sqs_queue" "bad_transit__one_principal" {
  name   = "one-principal"
  policy = local.refusals.one
}
resource "aws_sqs_queue" "bad_transit__one_action" {
  name = "one-action"
}
resource "aws_sqs_queue_policy" "one_action" {
  queue_url = aws_sqs_queue.bad_transit__one_action.id
  policy    = local.refusals.send
}
resource "aws_sqs_queue" "ok_transit__companion" {
  name = "companion"
}
resource "aws_sqs_queue_policy" "companion" {
  queue_url = aws_sqs_queue.ok_transit__companion.id
  policy    = local.refusals.all
}
resource "aws_sns_topic" "bad_transit__omitted" {
  name = "omitted"
}
resource "aws_sns_topic" "ok_transit" {
  name = "visits"
}
resource "aws_sns_topic_policy" "visits" {
  arn = aws_sns_topic.ok_transit.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "sns:Publish"
      Resource  = "arn:aws:sns:us-east-1:111122223333:visits"
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}

# Uploads under another key.
resource "aws_kms_key" "key" {}

resource "aws_s3_bucket" "ok_upload_key" {
  bucket = "pinned"
}
resource "aws_s3_bucket" "bad_upload_key__omitted" {
  bucket = "open"
}
resource "aws_s3_bucket" "bad_upload_key__some_objects" {
  bucket = "half-open"
}
resource "aws_s3_bucket" "sse_s3" {
  bucket = "sse-s3"
}
resource "aws_s3_bucket_server_side_encryption_configuration" "pinned" {
  bucket = aws_s3_bucket.ok_upload_key.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.key.arn
    }
  }
}
resource "aws_s3_bucket_server_side_encryption_configuration" "open" {
  bucket = aws_s3_bucket.bad_upload_key__omitted.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.key.arn
    }
  }
}
resource "aws_s3_bucket_server_side_encryption_configuration" "half" {
  bucket = aws_s3_bucket.bad_upload_key__some_objects.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.key.arn
    }
  }
}
data "aws_iam_policy_document" "right_key" {
  statement {
    effect    = "Deny"
    actions   = ["s3:PutObject"]
    resources = ["${aws_s3_bucket.ok_upload_key.arn}/*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "StringNotEquals"
      variable = "s3:x-amz-server-side-encryption-aws-kms-key-id"
      values   = [aws_kms_key.key.arn]
    }
    condition {
      test     = "Null"
      variable = "s3:x-amz-server-side-encryption-aws-kms-key-id"
      values   = ["false"]
    }
  }
}
resource "aws_s3_bucket_policy" "right_key" {
  bucket = aws_s3_bucket.ok_upload_key.id
  policy = data.aws_iam_policy_document.right_key.json
}
resource "aws_s3_bucket_policy" "some_objects" {
  bucket = aws_s3_bucket.bad_upload_key__some_objects.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:PutObject"
      Resource  = "arn:aws:s3:::half-open/reports/*"
      Condition = { StringNotEqualsIfExists = { "s3:x-amz-server-side-encryption-aws-kms-key-id" = "arn:aws:kms:us-east-1:111122223333:key/1234" } }
    }]
  })
}

# Rights over the trail, and to hand roles on.
locals {
  identity = {
    trail = { Action = "cloudtrail:*", Resource = "*" }
    pass  = { Action = "iam:PassRole", Resource = "arn:aws:iam::111122223333:role/*" }
    named = { Action = ["iam:PassRole", "cloudtrail:LookupEvents"], Resource = "arn:aws:iam::111122223333:role/task" }
  }
  documents = { for name, statement in local.identity : name => jsonencode({ Version = "2012-10-17", Statement = [merge({ Effect = "Allow" }, statement)] }) }
}
resource "aws_iam_policy" "bad_iam_statements__trail" {
  policy = local.documents.trail
}
resource "aws_iam_policy" "bad_iam_statements__pass" {
  policy = local.documents.pass
}
resource "aws_iam_policy" "ok_iam_statements__named" {
  policy = local.documents.named
}
resource "aws_iam_role_policy" "bad_iam_statements__trail" {
  role   = "portal"
  policy = local.documents.trail
}
resource "aws_iam_role_policy" "bad_iam_statements__pass" {
  role   = "portal"
  policy = local.documents.pass
}
resource "aws_iam_role_policy" "ok_iam_statements__named" {
  role   = "portal"
  policy = local.documents.named
}
resource "aws_iam_group_policy" "bad_iam_statements__trail" {
  group  = "staff"
  policy = local.documents.trail
}
resource "aws_iam_group_policy" "bad_iam_statements__pass" {
  group  = "staff"
  policy = local.documents.pass
}
resource "aws_iam_group_policy" "ok_iam_statements__named" {
  group  = "staff"
  policy = local.documents.named
}
resource "aws_iam_user_policy" "bad_iam_statements__direct_grant__trail" {
  user   = "somebody"
  policy = local.documents.trail
}
resource "aws_iam_user_policy" "bad_iam_statements__direct_grant__pass" {
  user   = "somebody"
  policy = local.documents.pass
}
resource "aws_iam_user_policy" "ok_iam_statements__named" {
  user   = "somebody"
  policy = local.documents.named
}
resource "aws_iam_role" "bad_iam_statements__trail" {
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "ecs.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
  inline_policy {
    name   = "trail"
    policy = local.documents.trail
  }
}
resource "aws_ssoadmin_permission_set_inline_policy" "bad_iam_statements__trail" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-1234567890abcdef"
  permission_set_arn = "arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-1234567890abcdef"
  inline_policy      = local.documents.trail
}
resource "aws_iam_role" "bad_iam_statements__pass" {
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "ecs.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
  inline_policy {
    name   = "pass"
    policy = local.documents.pass
  }
}
resource "aws_ssoadmin_permission_set_inline_policy" "bad_iam_statements__pass" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-1234567890abcdef"
  permission_set_arn = "arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-1234567890abcdef"
  inline_policy      = local.documents.pass
}
resource "aws_iam_role" "ok_iam_statements__named" {
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "ecs.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
  inline_policy {
    name   = "named"
    policy = local.documents.named
  }
}
resource "aws_ssoadmin_permission_set_inline_policy" "ok_iam_statements__named" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-1234567890abcdef"
  permission_set_arn = "arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-1234567890abcdef"
  inline_policy      = local.documents.named
}

# How often a secret changes.
resource "aws_secretsmanager_secret_rotation" "ok_rotation_interval" {
  secret_id           = "portal"
  rotation_lambda_arn = "arn:aws:lambda:us-east-1:111122223333:function:rotate"
  rotation_rules {
    automatically_after_days = 90
  }
}
resource "aws_secretsmanager_secret_rotation" "bad_rotation_interval" {
  secret_id           = "portal"
  rotation_lambda_arn = "arn:aws:lambda:us-east-1:111122223333:function:rotate"
  rotation_rules {
    automatically_after_days = 365
  }
}
resource "aws_secretsmanager_secret_rotation" "ok_rotation_interval__schedule" {
  secret_id           = "portal"
  rotation_lambda_arn = "arn:aws:lambda:us-east-1:111122223333:function:rotate"
  rotation_rules {
    schedule_expression = "cron(0 8 1 * ? *)"
  }
}
resource "aws_secretsmanager_secret_rotation" "bad_rotation_interval__schedule" {
  secret_id           = "portal"
  rotation_lambda_arn = "arn:aws:lambda:us-east-1:111122223333:function:rotate"
  rotation_rules {
    schedule_expression = "rate(120 days)"
  }
}
resource "aws_secretsmanager_secret_rotation" "bad_rotation_interval__once" {
  secret_id           = "portal"
  rotation_lambda_arn = "arn:aws:lambda:us-east-1:111122223333:function:rotate"
  rotation_rules {
    schedule_expression = "cron(0 8 1 1 ? 2020)"
  }
}
