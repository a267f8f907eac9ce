# Facts of Amazon SQS, SNS, Kinesis and Data Firehose.
# See tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_kms_key" "key" {}

locals {
  public = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "*", Resource = "*" }]
  })
  private = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/reader" }, Action = ["sqs:ReceiveMessage", "sns:Subscribe", "kinesis:GetRecords"], Resource = "*" }]
  })
}

resource "aws_sqs_queue" "ok_encryption__omitted" {
  name = "default"
}

resource "aws_sqs_queue" "bad_encryption_key__omitted" {
  name = "default-key"
}

resource "aws_sqs_queue" "bad_encryption__encryption_key__policy_exposure" {
  name                    = "plain"
  sqs_managed_sse_enabled = false
  policy                  = local.public
}

resource "aws_sqs_queue" "ok_encryption__encryption_key__policy_exposure" {
  name              = "records"
  kms_master_key_id = aws_kms_key.key.arn
  policy            = local.private
}

resource "aws_sqs_queue" "bad_encryption_key__managed" {
  name              = "managed"
  kms_master_key_id = "alias/aws/sqs"
}

resource "aws_sqs_queue_policy" "bad_policy_exposure" {
  queue_url = aws_sqs_queue.ok_encryption__omitted.id
  policy    = local.public
}

resource "aws_sqs_queue_policy" "ok_policy_exposure" {
  queue_url = aws_sqs_queue.ok_encryption__omitted.id
  policy    = local.private
}

resource "aws_sns_topic" "bad_encryption__encryption_key__omitted" {
  name = "plain"
}

resource "aws_sns_topic" "ok_encryption__encryption_key__policy_exposure" {
  name              = "records"
  kms_master_key_id = aws_kms_key.key.id
  policy            = local.private
}

resource "aws_sns_topic" "bad_encryption_key__policy_exposure__managed" {
  name              = "managed"
  kms_master_key_id = "alias/aws/sns"
  policy            = local.public
}

resource "aws_sns_topic_policy" "bad_policy_exposure" {
  arn    = aws_sns_topic.ok_encryption__encryption_key__policy_exposure.arn
  policy = local.public
}

resource "aws_sns_topic_subscription" "bad_transit" {
  topic_arn = aws_sns_topic.ok_encryption__encryption_key__policy_exposure.arn
  protocol  = "http"
  endpoint  = "http://example.com/visits"
}

resource "aws_sns_topic_subscription" "ok_transit" {
  topic_arn = aws_sns_topic.ok_encryption__encryption_key__policy_exposure.arn
  protocol  = "https"
  endpoint  = "https://example.com/visits"
}

resource "aws_kinesis_stream" "bad_encryption__encryption_key__omitted" {
  name        = "plain"
  shard_count = 1
}

resource "aws_kinesis_stream" "ok_encryption__encryption_key__policy_exposure" {
  name            = "records"
  shard_count     = 1
  encryption_type = "KMS"
  kms_key_id      = aws_kms_key.key.arn
}

resource "aws_kinesis_stream" "bad_encryption_key__policy_exposure__managed" {
  name            = "managed"
  shard_count     = 1
  encryption_type = "KMS"
  kms_key_id      = "alias/aws/kinesis"
}

resource "aws_kinesis_resource_policy" "bad_policy_exposure" {
  resource_arn = aws_kinesis_stream.bad_encryption_key__policy_exposure__managed.arn
  policy       = local.public
}

resource "aws_kinesis_video_stream" "bad_encryption_key__omitted" {
  name = "plain"
}

resource "aws_kinesis_video_stream" "ok_encryption_key" {
  name       = "records"
  kms_key_id = aws_kms_key.key.arn
}

resource "aws_kinesis_firehose_delivery_stream" "bad_encryption__encryption_key__omitted" {
  name        = "plain"
  destination = "extended_s3"
  extended_s3_configuration {
    role_arn   = "arn:aws:iam::111122223333:role/firehose"
    bucket_arn = "arn:aws:s3:::records"
  }
}

resource "aws_kinesis_firehose_delivery_stream" "ok_encryption__encryption_key" {
  name        = "records"
  destination = "extended_s3"
  extended_s3_configuration {
    role_arn   = "arn:aws:iam::111122223333:role/firehose"
    bucket_arn = "arn:aws:s3:::records"
  }
  server_side_encryption {
    enabled  = true
    key_type = "CUSTOMER_MANAGED_CMK"
    key_arn  = aws_kms_key.key.arn
  }
}

resource "aws_kinesis_firehose_delivery_stream" "bad_encryption_key__owned" {
  name        = "owned"
  destination = "extended_s3"
  extended_s3_configuration {
    role_arn   = "arn:aws:iam::111122223333:role/firehose"
    bucket_arn = "arn:aws:s3:::records"
  }
  server_side_encryption {
    enabled = true
  }
}

resource "aws_kinesis_firehose_delivery_stream" "ok_encryption__encryption_key__of_the_stream" {
  name        = "reads"
  destination = "extended_s3"
  kinesis_source_configuration {
    kinesis_stream_arn = aws_kinesis_stream.ok_encryption__encryption_key__policy_exposure.arn
    role_arn           = "arn:aws:iam::111122223333:role/firehose"
  }
  extended_s3_configuration {
    role_arn   = "arn:aws:iam::111122223333:role/firehose"
    bucket_arn = "arn:aws:s3:::records"
  }
}

resource "aws_kinesis_firehose_delivery_stream" "bad_encryption__encryption_key__of_the_stream" {
  name        = "reads-plain"
  destination = "extended_s3"
  kinesis_source_configuration {
    kinesis_stream_arn = aws_kinesis_stream.bad_encryption__encryption_key__omitted.arn
    role_arn           = "arn:aws:iam::111122223333:role/firehose"
  }
  extended_s3_configuration {
    role_arn   = "arn:aws:iam::111122223333:role/firehose"
    bucket_arn = "arn:aws:s3:::records"
  }
}

resource "aws_kinesis_resource_policy" "ok_policy_exposure" {
  resource_arn = aws_kinesis_stream.ok_encryption__encryption_key__policy_exposure.arn
  policy       = local.private
}

resource "aws_sns_topic_policy" "ok_policy_exposure" {
  arn    = aws_sns_topic.ok_encryption__encryption_key__policy_exposure.arn
  policy = local.private
}

resource "aws_kinesis_firehose_delivery_stream" "bad_plain_secret" {
  name        = "token"
  destination = "splunk"
  splunk_configuration {
    hec_endpoint = "https://http-inputs.example.com:443"
    hec_token    = "51D4DA16-C61B-4F5F-8EC7-ED4301342A4A"
    s3_configuration {
      role_arn   = "arn:aws:iam::111122223333:role/firehose"
      bucket_arn = "arn:aws:s3:::records"
    }
  }
}

resource "aws_kinesis_firehose_delivery_stream" "ok_plain_secret" {
  name        = "managed-token"
  destination = "splunk"
  splunk_configuration {
    hec_endpoint = "https://http-inputs.example.com:443"
    secrets_manager_configuration {
      enabled    = true
      role_arn   = "arn:aws:iam::111122223333:role/firehose"
      secret_arn = "arn:aws:secretsmanager:us-east-1:111122223333:secret:splunk"
    }
    s3_configuration {
      role_arn   = "arn:aws:iam::111122223333:role/firehose"
      bucket_arn = "arn:aws:s3:::records"
    }
  }
}

resource "aws_kinesisanalyticsv2_application" "bad_plain_secret" {
  name                   = "plain"
  runtime_environment    = "FLINK-1_18"
  service_execution_role = "arn:aws:iam::111122223333:role/flink"
  application_configuration {
    application_code_configuration {
      code_content_type = "PLAINTEXT"
    }
    environment_properties {
      property_group {
        property_group_id = "store"
        property_map = {
          aws_access_key_id = "AKIAIOSFODNN7EXAMPLE"
        }
      }
    }
  }
}

resource "aws_kinesisanalyticsv2_application" "ok_plain_secret" {
  name                   = "records"
  runtime_environment    = "FLINK-1_18"
  service_execution_role = "arn:aws:iam::111122223333:role/flink"
  application_configuration {
    application_code_configuration {
      code_content_type = "PLAINTEXT"
    }
    environment_properties {
      property_group {
        property_group_id = "store"
        property_map = {
          region = "us-east-1"
        }
      }
    }
  }
}

locals {
  services = {
    untied = {}
    tied   = { StringEquals = { "aws:SourceAccount" = "111122223333" } }
  }
  from_service = { for name, condition in local.services : name => jsonencode({
    Version = "2012-10-17"
    Statement = [merge({
      Effect    = "Allow"
      Principal = { Service = "s3.amazonaws.com" }
      Action    = ["sqs:SendMessage", "sns:Publish"]
      Resource  = "*"
    }, length(condition) == 0 ? {} : { Condition = condition })]
  }) }
}

resource "aws_sqs_queue_policy" "bad_service_source" {
  queue_url = "https://sqs.us-east-1.amazonaws.com/111122223333/visits"
  policy    = local.from_service.untied
}

resource "aws_sqs_queue_policy" "ok_service_source" {
  queue_url = "https://sqs.us-east-1.amazonaws.com/111122223333/visits"
  policy    = local.from_service.tied
}

resource "aws_sns_topic_policy" "bad_service_source" {
  arn    = "arn:aws:sns:us-east-1:111122223333:visits"
  policy = local.from_service.untied
}

resource "aws_sns_topic_policy" "ok_service_source" {
  arn    = "arn:aws:sns:us-east-1:111122223333:visits"
  policy = local.from_service.tied
}
