# Facts of AWS Lambda; see tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

locals {
  role = "arn:aws:iam::111122223333:role/function"
}

resource "aws_kms_key" "key" {}

resource "aws_lambda_function" "ok_encryption__encryption_key__plain_secret" {
  function_name = "right"
  role          = local.role
  package_type  = "Image"
  image_uri     = "111122223333.dkr.ecr.us-east-1.amazonaws.com/portal:1"
  kms_key_arn   = aws_kms_key.key.arn
  environment {
    variables = { STAGE = "production" }
  }
}

resource "aws_lambda_function" "bad_encryption_key__omitted" {
  function_name = "default-key"
  role          = local.role
  package_type  = "Image"
  image_uri     = "111122223333.dkr.ecr.us-east-1.amazonaws.com/portal:1"
  environment {
    variables = { STAGE = "production" }
  }
}

resource "aws_lambda_function" "bad_plain_secret" {
  function_name = "secret"
  role          = local.role
  package_type  = "Image"
  image_uri     = "111122223333.dkr.ecr.us-east-1.amazonaws.com/portal:1"
  environment {
    variables = { DB_PASSWORD = "correct-horse-battery-9" }
  }
}

resource "aws_lambda_function_url" "ok_authorization" {
  function_name      = "right"
  authorization_type = "AWS_IAM"
}

resource "aws_lambda_function_url" "bad_authorization" {
  function_name      = "right"
  authorization_type = "NONE"
}

resource "aws_lambda_permission" "ok_policy_exposure__service_source" {
  action        = "lambda:InvokeFunction"
  function_name = "right"
  principal     = "sns.amazonaws.com"
  source_arn    = "arn:aws:sns:us-east-1:111122223333:referrals"
}

resource "aws_lambda_permission" "bad_service_source__omitted" {
  action        = "lambda:InvokeFunction"
  function_name = "right"
  principal     = "sns.amazonaws.com"
}

resource "aws_lambda_permission" "bad_policy_exposure" {
  action        = "lambda:InvokeFunction"
  function_name = "right"
  principal     = "*"
}

resource "aws_lambda_permission" "ok_policy_exposure__organisation" {
  action           = "lambda:InvokeFunction"
  function_name    = "right"
  principal        = "*"
  principal_org_id = "o-1234567890"
}

resource "aws_lambda_layer_version_permission" "bad_policy_exposure" {
  layer_name     = "shared"
  version_number = 1
  principal      = "*"
  action         = "lambda:GetLayerVersion"
  statement_id   = "everyone"
}

resource "aws_lambda_layer_version_permission" "ok_policy_exposure" {
  layer_name      = "shared"
  version_number  = 1
  principal       = "*"
  organization_id = "o-1234567890"
  action          = "lambda:GetLayerVersion"
  statement_id    = "organisation"
}

resource "aws_lambda_event_source_mapping" "ok_encryption_key" {
  event_source_arn = "arn:aws:sqs:us-east-1:111122223333:referrals"
  function_name    = "right"
  kms_key_arn      = aws_kms_key.key.arn
  filter_criteria {
    filter {
      pattern = jsonencode({ body = { kind = ["referral"] } })
    }
  }
}

resource "aws_lambda_event_source_mapping" "bad_encryption_key__omitted" {
  event_source_arn = "arn:aws:sqs:us-east-1:111122223333:referrals"
  function_name    = "right"
  filter_criteria {
    filter {
      pattern = jsonencode({ body = { kind = ["referral"] } })
    }
  }
}

resource "aws_lambda_invocation" "ok_plain_secret" {
  function_name = "right"
  input         = jsonencode({ warm = true })
}

resource "aws_lambda_invocation" "bad_plain_secret" {
  function_name = "right"
  input         = jsonencode({ db_password = "correct-horse-battery-9" })
}
