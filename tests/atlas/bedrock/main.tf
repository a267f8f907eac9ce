# Facts of Amazon Bedrock; see tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_kms_key" "key" {}

resource "aws_cloudwatch_log_group" "keyed" {
  name       = "prompts"
  kms_key_id = aws_kms_key.key.arn
}

resource "aws_bedrockagent_agent" "ok_encryption__encryption_key" {
  agent_name                  = "right"
  agent_resource_role_arn     = "arn:aws:iam::111122223333:role/agent"
  foundation_model            = "anthropic.claude-v2"
  customer_encryption_key_arn = aws_kms_key.key.arn
}

resource "aws_bedrockagent_agent" "bad_encryption_key__omitted" {
  agent_name              = "omitted"
  agent_resource_role_arn = "arn:aws:iam::111122223333:role/agent"
  foundation_model        = "anthropic.claude-v2"
}

resource "aws_bedrockagent_prompt" "ok_encryption_key" {
  name                        = "right"
  customer_encryption_key_arn = aws_kms_key.key.arn
}

resource "aws_bedrockagent_prompt" "bad_encryption_key__omitted" {
  name = "omitted"
}

resource "aws_bedrockagent_data_source" "ok_encryption_key" {
  knowledge_base_id = "ABCDEFGHIJ"
  name              = "right"
  data_source_configuration {
    type = "S3"
    s3_configuration {
      bucket_arn = "arn:aws:s3:::documents"
    }
  }
  server_side_encryption_configuration {
    kms_key_arn = aws_kms_key.key.arn
  }
}

resource "aws_bedrockagent_data_source" "bad_encryption_key__omitted" {
  knowledge_base_id = "ABCDEFGHIJ"
  name              = "omitted"
  data_source_configuration {
    type = "S3"
    s3_configuration {
      bucket_arn = "arn:aws:s3:::documents"
    }
  }
}

resource "aws_bedrock_custom_model" "ok_encryption_key" {
  custom_model_name       = "right"
  job_name                = "right"
  base_model_identifier   = "arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-text-express-v1"
  role_arn                = "arn:aws:iam::111122223333:role/model"
  custom_model_kms_key_id = aws_kms_key.key.arn
  hyperparameters         = { epochCount = "1" }
  output_data_config {
    s3_uri = "s3://models/output/"
  }
  training_data_config {
    s3_uri = "s3://models/training.jsonl"
  }
}

resource "aws_bedrock_custom_model" "bad_encryption_key__omitted" {
  custom_model_name     = "omitted"
  job_name              = "omitted"
  base_model_identifier = "arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-text-express-v1"
  role_arn              = "arn:aws:iam::111122223333:role/model"
  hyperparameters       = { epochCount = "1" }
  output_data_config {
    s3_uri = "s3://models/output/"
  }
  training_data_config {
    s3_uri = "s3://models/training.jsonl"
  }
}

resource "aws_bedrock_model_invocation_logging_configuration" "ok_audit_log__encryption_key" {
  logging_config {
    text_data_delivery_enabled = true
    cloudwatch_config {
      log_group_name = aws_cloudwatch_log_group.keyed.name
      role_arn       = "arn:aws:iam::111122223333:role/logs"
    }
  }
}

resource "aws_bedrock_model_invocation_logging_configuration" "bad_audit_log__omitted" {
  logging_config {
    text_data_delivery_enabled = true
  }
}

resource "aws_cloudwatch_log_group" "plain" {
  name = "other-prompts"
}

resource "aws_bedrock_model_invocation_logging_configuration" "bad_encryption_key" {
  logging_config {
    text_data_delivery_enabled = true
    cloudwatch_config {
      log_group_name = aws_cloudwatch_log_group.plain.name
      role_arn       = "arn:aws:iam::111122223333:role/logs"
    }
  }
}
