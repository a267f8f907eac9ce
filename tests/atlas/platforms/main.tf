# Facts of the platforms that run other people's code; see tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_kms_key" "key" {}

resource "aws_apprunner_service" "ok_encryption__encryption_key__public_endpoint" {
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

resource "aws_apprunner_service" "bad_encryption_key__public_endpoint__plain_secret__omitted" {
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

resource "aws_quicksight_data_source" "ok_transit" {
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
