# Facts of AWS Step Functions and Amazon EventBridge; see tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_kms_key" "key" {}

locals {
  role = "arn:aws:iam::111122223333:role/flow"
  # Known only after apply: the provider asks the service about every definition that it knows.
  steps = jsonencode({ Comment = aws_sfn_activity.bad_encryption_key__omitted.id, StartAt = "Done", States = { Done = { Type = "Succeed" } } })
  everyone = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Sid = "all", Effect = "Allow", Principal = "*", Action = "events:PutEvents", Resource = "*" }]
  })
}

resource "aws_sfn_state_machine" "ok_encryption__encryption_key__audit_log" {
  name       = "right"
  role_arn   = local.role
  definition = local.steps
  encryption_configuration {
    type       = "CUSTOMER_MANAGED_KMS_KEY"
    kms_key_id = aws_kms_key.key.arn
  }
  logging_configuration {
    level           = "ALL"
    log_destination = "arn:aws:logs:us-east-1:111122223333:log-group:flow:*"
  }
}

resource "aws_sfn_state_machine" "bad_encryption_key__audit_log__omitted" {
  name       = "omitted"
  role_arn   = local.role
  definition = local.steps
}

resource "aws_sfn_activity" "bad_encryption_key__omitted" {
  name = "omitted"
}

resource "aws_scheduler_schedule" "ok_encryption_key" {
  name                = "right"
  schedule_expression = "rate(1 day)"
  kms_key_arn         = aws_kms_key.key.arn
  flexible_time_window {
    mode = "OFF"
  }
  target {
    arn      = "arn:aws:sqs:us-east-1:111122223333:jobs"
    role_arn = local.role
  }
}

resource "aws_scheduler_schedule" "bad_encryption_key__omitted" {
  name                = "omitted"
  schedule_expression = "rate(1 day)"
  flexible_time_window {
    mode = "OFF"
  }
  target {
    arn      = "arn:aws:sqs:us-east-1:111122223333:jobs"
    role_arn = local.role
  }
}

resource "aws_cloudwatch_event_bus" "ok_encryption__encryption_key" {
  name               = "right"
  kms_key_identifier = aws_kms_key.key.arn
}

resource "aws_cloudwatch_event_bus" "bad_encryption_key__omitted" {
  name = "omitted"
}

resource "aws_cloudwatch_event_bus_policy" "bad_policy_exposure" {
  event_bus_name = "omitted"
  policy         = local.everyone
}

resource "aws_cloudwatch_event_permission" "bad_policy_exposure" {
  principal    = "*"
  statement_id = "everyone"
}

resource "aws_cloudwatch_event_permission" "ok_policy_exposure" {
  principal    = "*"
  statement_id = "organisation"
  condition {
    key   = "aws:PrincipalOrgID"
    type  = "StringEquals"
    value = "o-1234567890"
  }
}

resource "aws_cloudwatch_event_target" "bad_public_address" {
  rule     = "nightly"
  arn      = "arn:aws:ecs:us-east-1:111122223333:cluster/portal"
  role_arn = local.role
  ecs_target {
    task_definition_arn = "arn:aws:ecs:us-east-1:111122223333:task-definition/portal:1"
    network_configuration {
      subnets          = ["subnet-0123456789abcdef0"]
      assign_public_ip = true
    }
  }
}

resource "aws_cloudwatch_event_api_destination" "bad_transit" {
  name                = "clear"
  invocation_endpoint = "http://backend.example.org"
  http_method         = "POST"
  connection_arn      = "arn:aws:events:us-east-1:111122223333:connection/backend/12345678-1234-1234-1234-123456789012"
}

resource "aws_pipes_pipe" "ok_encryption__encryption_key__audit_log" {
  name               = "right"
  role_arn           = local.role
  source             = "arn:aws:sqs:us-east-1:111122223333:jobs"
  target             = "arn:aws:sqs:us-east-1:111122223333:done"
  kms_key_identifier = aws_kms_key.key.arn
  log_configuration {
    level = "INFO"
    cloudwatch_logs_log_destination {
      log_group_arn = "arn:aws:logs:us-east-1:111122223333:log-group:pipes"
    }
  }
}

resource "aws_pipes_pipe" "bad_encryption_key__audit_log__omitted" {
  name     = "omitted"
  role_arn = local.role
  source   = "arn:aws:sqs:us-east-1:111122223333:jobs"
  target   = "arn:aws:sqs:us-east-1:111122223333:done"
}

resource "aws_sfn_activity" "ok_encryption_key" {
  name = "right"
  encryption_configuration {
    type       = "CUSTOMER_MANAGED_KMS_KEY"
    kms_key_id = aws_kms_key.key.arn
  }
}

resource "aws_scheduler_schedule" "ok_plain_secret" {
  name                = "input"
  schedule_expression = "rate(1 day)"
  flexible_time_window {
    mode = "OFF"
  }
  target {
    arn      = "arn:aws:sqs:us-east-1:111122223333:jobs"
    role_arn = local.role
    input    = jsonencode({ job = "nightly" })
  }
}

resource "aws_scheduler_schedule" "bad_plain_secret" {
  name                = "secret"
  schedule_expression = "rate(1 day)"
  flexible_time_window {
    mode = "OFF"
  }
  target {
    arn      = "arn:aws:sqs:us-east-1:111122223333:jobs"
    role_arn = local.role
    input    = jsonencode({ db_password = "correct-horse-battery-9" })
  }
}

resource "aws_cloudwatch_event_target" "ok_public_address__plain_secret" {
  rule     = "nightly"
  arn      = "arn:aws:ecs:us-east-1:111122223333:cluster/portal"
  role_arn = local.role
  input    = jsonencode({ job = "nightly" })
  ecs_target {
    task_definition_arn = "arn:aws:ecs:us-east-1:111122223333:task-definition/portal:1"
    network_configuration {
      subnets = ["subnet-0123456789abcdef0"]
    }
  }
}

resource "aws_cloudwatch_event_target" "bad_plain_secret" {
  rule  = "nightly"
  arn   = "arn:aws:sqs:us-east-1:111122223333:jobs"
  input = jsonencode({ db_password = "correct-horse-battery-9" })
}

resource "aws_cloudwatch_event_connection" "ok_encryption_key" {
  name               = "right"
  authorization_type = "API_KEY"
  kms_key_identifier = aws_kms_key.key.arn
  auth_parameters {
    api_key {
      key   = "x-api-key"
      value = "placeholder"
    }
  }
}

resource "aws_cloudwatch_event_connection" "bad_encryption_key__omitted" {
  name               = "omitted"
  authorization_type = "API_KEY"
  auth_parameters {
    api_key {
      key   = "x-api-key"
      value = "placeholder"
    }
  }
}

resource "aws_cloudwatch_event_api_destination" "ok_transit" {
  name                = "right"
  invocation_endpoint = "https://backend.example.org"
  http_method         = "POST"
  connection_arn      = "arn:aws:events:us-east-1:111122223333:connection/backend/12345678-1234-1234-1234-123456789012"
}

resource "aws_cloudwatch_event_bus_policy" "ok_policy_exposure" {
  event_bus_name = "omitted"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:role/portal" }
      Action    = "events:PutEvents"
      Resource  = "*"
    }]
  })
}

resource "aws_schemas_registry_policy" "ok_policy_exposure" {
  registry_name = "portal"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:role/portal" }
      Action    = "schemas:DescribeRegistry"
      Resource  = "*"
    }]
  })
}

resource "aws_schemas_registry_policy" "bad_policy_exposure" {
  registry_name = "portal"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "schemas:DescribeRegistry", Resource = "*" }]
  })
}
