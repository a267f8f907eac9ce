# Facts of the platforms that run other people's code; see tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_kms_key" "key" {}

resource "aws_apprunner_service" "ok_encryption__encryption_key__public_edge" {
  service_name = "right"
  encryption_configuration {
    kms_key = aws_kms_key.key.arn
  }
  network_configuration {
    ingress_configuration {
      is_publicly_accessible = false
    }
  }
  source_configuration {
    image_repository {
      image_identifier      = "111122223333.dkr.ecr.us-east-1.amazonaws.com/portal:1"
      image_repository_type = "ECR"
      image_configuration {
        runtime_environment_variables = { STAGE = "production" }
      }
    }
  }
}

resource "aws_apprunner_service" "bad_encryption_key__public_edge__plain_secret__omitted" {
  service_name = "omitted"
  source_configuration {
    image_repository {
      image_identifier      = "111122223333.dkr.ecr.us-east-1.amazonaws.com/portal:1"
      image_repository_type = "ECR"
      image_configuration {
        runtime_environment_variables = { DB_PASSWORD = "correct-horse-battery-9" }
      }
    }
  }
}

resource "aws_elastic_beanstalk_environment" "ok_audit_log__plain_secret" {
  name        = "right"
  application = "portal"
  setting {
    namespace = "aws:elasticbeanstalk:cloudwatch:logs"
    name      = "StreamLogs"
    value     = "true"
  }
}

resource "aws_elastic_beanstalk_environment" "bad_audit_log__omitted" {
  name        = "omitted"
  application = "portal"
}

resource "aws_batch_job_definition" "ok_plain_secret" {
  name                 = "right"
  type                 = "container"
  container_properties = jsonencode({ image = "job:1", resourceRequirements = [{ type = "VCPU", value = "1" }, { type = "MEMORY", value = "512" }] })
}

resource "aws_batch_job_definition" "bad_plain_secret" {
  name = "secret"
  type = "container"
  container_properties = jsonencode({
    image                = "job:1"
    resourceRequirements = [{ type = "VCPU", value = "1" }, { type = "MEMORY", value = "512" }]
    environment          = [{ name = "DB_PASSWORD", value = "correct-horse-battery-9" }]
  })
}

resource "aws_cloudformation_stack" "bad_plain_secret" {
  name          = "secret"
  template_body = jsonencode({ Resources = {} })
  parameters    = { DatabasePassword = "correct-horse-battery-9" }
}

resource "aws_directory_service_directory" "ok_audit_log" {
  name     = "corp.example.org"
  password = "correct-Horse-battery-9"
  type     = "MicrosoftAD"
  vpc_settings {
    vpc_id     = "vpc-0123456789abcdef0"
    subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  }
}

resource "aws_directory_service_log_subscription" "logs" {
  directory_id   = aws_directory_service_directory.ok_audit_log.id
  log_group_name = "directory"
}

resource "aws_directory_service_directory" "bad_audit_log__omitted" {
  name     = "corp.example.org"
  password = "correct-Horse-battery-9"
  type     = "MicrosoftAD"
  vpc_settings {
    vpc_id     = "vpc-0123456789abcdef0"
    subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  }
}

resource "aws_m2_environment" "ok_encryption_key__public_endpoint" {
  name          = "right"
  engine_type   = "bluage"
  instance_type = "M2.m5.large"
  kms_key_id    = aws_kms_key.key.arn
}

resource "aws_m2_environment" "bad_encryption_key__public_endpoint__omitted" {
  name                = "omitted"
  engine_type         = "bluage"
  instance_type       = "M2.m5.large"
  publicly_accessible = true
}

resource "aws_chime_voice_connector" "bad_transit__audit_log__omitted" {
  name               = "clear"
  require_encryption = false
}

resource "aws_chime_voice_connector" "ok_transit__audit_log" {
  name               = "right"
  require_encryption = true
}

resource "aws_chime_voice_connector_logging" "logging" {
  voice_connector_id = aws_chime_voice_connector.ok_transit__audit_log.id
  enable_sip_logs    = true
}

resource "aws_iot_logging_options" "ok_audit_log" {
  default_log_level = "INFO"
  role_arn          = "arn:aws:iam::111122223333:role/logs"
}

resource "aws_iot_logging_options" "bad_audit_log" {
  default_log_level = "DISABLED"
  role_arn          = "arn:aws:iam::111122223333:role/logs"
}

resource "aws_iot_domain_configuration" "ok_transit" {
  name = "right"
  tls_config {
    security_policy = "IotSecurityPolicy_TLS12_1_2_2022_10"
  }
}

resource "aws_quicksight_data_source" "ok_transit__plain_secret" {
  data_source_id = "right"
  name           = "right"
  type           = "POSTGRESQL"
  parameters {
    postgresql {
      database = "records"
      host     = "db.example.org"
      port     = 5432
    }
  }
}

resource "aws_quicksight_data_source" "bad_transit__plain_secret" {
  data_source_id = "clear"
  name           = "clear"
  type           = "POSTGRESQL"
  credentials {
    credential_pair {
      username = "portal"
      password = "correct-horse-battery-9"
    }
  }
  ssl_properties {
    disable_ssl = true
  }
  parameters {
    postgresql {
      database = "records"
      host     = "db.example.org"
      port     = 5432
    }
  }
}

resource "aws_apprunner_service" "ok_plain_secret" {
  service_name = "settings"
  source_configuration {
    image_repository {
      image_identifier      = "111122223333.dkr.ecr.us-east-1.amazonaws.com/portal:1"
      image_repository_type = "ECR"
      image_configuration {
        runtime_environment_variables = { STAGE = "production" }
      }
    }
  }
}

resource "aws_elastic_beanstalk_environment" "bad_plain_secret" {
  name        = "secret"
  application = "portal"
  setting {
    namespace = "aws:elasticbeanstalk:application:environment"
    name      = "DB_PASSWORD"
    value     = "correct-horse-battery-9"
  }
}

resource "aws_amplify_app" "ok_plain_secret" {
  name                  = "right"
  environment_variables = { STAGE = "production" }
}

resource "aws_amplify_app" "bad_plain_secret" {
  name                  = "secret"
  environment_variables = { DB_PASSWORD = "correct-horse-battery-9" }
}

resource "aws_amplify_branch" "ok_plain_secret" {
  app_id                = "abcdef"
  branch_name           = "right"
  environment_variables = { STAGE = "production" }
}

resource "aws_amplify_branch" "bad_plain_secret" {
  app_id                = "abcdef"
  branch_name           = "secret"
  environment_variables = { DB_PASSWORD = "correct-horse-battery-9" }
}

resource "aws_cloudformation_stack" "ok_plain_secret" {
  name          = "right"
  template_body = jsonencode({ Resources = {} })
  parameters    = { Stage = "production" }
}

resource "aws_cloudformation_stack_set" "ok_plain_secret" {
  name                    = "right"
  administration_role_arn = "arn:aws:iam::111122223333:role/stacks"
  template_body           = jsonencode({ Resources = {} })
  parameters              = { Stage = "production" }
}

resource "aws_cloudformation_stack_set" "bad_plain_secret" {
  name                    = "secret"
  administration_role_arn = "arn:aws:iam::111122223333:role/stacks"
  template_body           = jsonencode({ Resources = {} })
  parameters              = { DatabasePassword = "correct-horse-battery-9" }
}

resource "aws_serverlessapplicationrepository_cloudformation_stack" "ok_plain_secret" {
  name           = "right"
  application_id = "arn:aws:serverlessrepo:us-east-1:444455556666:applications/rotation"
  capabilities   = ["CAPABILITY_IAM"]
  parameters     = { stage = "production" }
}

resource "aws_serverlessapplicationrepository_cloudformation_stack" "bad_plain_secret" {
  name           = "secret"
  application_id = "arn:aws:serverlessrepo:us-east-1:444455556666:applications/rotation"
  capabilities   = ["CAPABILITY_IAM"]
  parameters     = { databasePassword = "correct-horse-battery-9" }
}

resource "aws_iot_domain_configuration" "bad_transit" {
  name = "old"
  tls_config {
    security_policy = "IotSecurityPolicy_TLS10_1_2_2022_10"
  }
}

resource "aws_chimesdkvoice_voice_profile_domain" "ok_encryption_key" {
  name = "right"
  server_side_encryption_configuration {
    kms_key_arn = aws_kms_key.key.arn
  }
}

resource "aws_chimesdkvoice_voice_profile_domain" "bad_encryption_key" {
  name = "managed"
  server_side_encryption_configuration {
    kms_key_arn = "arn:aws:kms:us-east-1:111122223333:alias/aws/chime"
  }
}

resource "aws_appfabric_app_bundle" "ok_encryption_key" {
  customer_managed_key_arn = aws_kms_key.key.arn
}

resource "aws_appfabric_app_bundle" "bad_encryption_key__omitted" {}

resource "aws_datazone_domain" "ok_encryption_key" {
  name                  = "right"
  domain_execution_role = "arn:aws:iam::111122223333:role/zone"
  kms_key_identifier    = aws_kms_key.key.arn
}

resource "aws_datazone_domain" "bad_encryption_key__omitted" {
  name                  = "omitted"
  domain_execution_role = "arn:aws:iam::111122223333:role/zone"
}

resource "aws_datapipeline_pipeline_definition" "ok_plain_secret" {
  pipeline_id = "df-0123456789"
  pipeline_object {
    id   = "Default"
    name = "Default"
    field {
      key          = "workerGroup"
      string_value = "workers"
    }
  }
}

resource "aws_datapipeline_pipeline_definition" "bad_plain_secret" {
  pipeline_id = "df-0123456789"
  pipeline_object {
    id   = "Database"
    name = "Database"
    field {
      key          = "*password"
      string_value = "AKIA2E0A8F3B244C9986"
    }
  }
}

resource "aws_media_store_container_policy" "ok_policy_exposure" {
  container_name = "videos"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:role/portal" }
      Action    = "mediastore:GetObject"
      Resource  = "*"
    }]
  })
}

resource "aws_media_store_container_policy" "bad_policy_exposure" {
  container_name = "videos"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "mediastore:GetObject", Resource = "*" }]
  })
}

variable "password" {
  default   = "given-from-outside"
  sensitive = true
}

resource "aws_directory_service_directory" "ok_plain_secret" {
  name     = "corp.example.org"
  password = var.password
  type     = "MicrosoftAD"
  vpc_settings {
    vpc_id     = "vpc-0123456789abcdef0"
    subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  }
}

resource "aws_directory_service_directory" "bad_plain_secret" {
  name     = "corp.example.org"
  password = "not-a-real-one"
  type     = "MicrosoftAD"
  vpc_settings {
    vpc_id     = "vpc-0123456789abcdef0"
    subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  }
}

resource "aws_directory_service_radius_settings" "ok_plain_secret" {
  directory_id            = "d-0123456789"
  authentication_protocol = "PAP"
  display_label           = "tokens"
  radius_port             = 1812
  radius_retries          = 4
  radius_servers          = ["10.0.0.1"]
  radius_timeout          = 5
  shared_secret           = var.password
}

resource "aws_directory_service_radius_settings" "bad_plain_secret" {
  directory_id            = "d-0123456789"
  authentication_protocol = "PAP"
  display_label           = "tokens"
  radius_port             = 1812
  radius_retries          = 4
  radius_servers          = ["10.0.0.1"]
  radius_timeout          = 5
  shared_secret           = "not-a-real-one"
}

resource "aws_directory_service_trust" "ok_plain_secret" {
  directory_id       = "d-0123456789"
  remote_domain_name = "clinic.example.org"
  trust_direction    = "One-Way: Outgoing"
  trust_password     = var.password
}

resource "aws_directory_service_trust" "bad_plain_secret" {
  directory_id       = "d-0123456789"
  remote_domain_name = "clinic.example.org"
  trust_direction    = "One-Way: Outgoing"
  trust_password     = "not-a-real-one"
}
