# Facts of AWS Glue, Amazon Athena, EMR and MWAA; see tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_kms_key" "key" {}

locals {
  role    = "arn:aws:iam::111122223333:role/analytics"
  key_arn = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
}

resource "aws_glue_security_configuration" "ok_encryption__encryption_key" {
  name = "right"
  encryption_configuration {
    cloudwatch_encryption {
      cloudwatch_encryption_mode = "SSE-KMS"
      kms_key_arn                = aws_kms_key.key.arn
    }
    job_bookmarks_encryption {
      job_bookmarks_encryption_mode = "CSE-KMS"
      kms_key_arn                   = aws_kms_key.key.arn
    }
    s3_encryption {
      s3_encryption_mode = "SSE-KMS"
      kms_key_arn        = aws_kms_key.key.arn
    }
  }
}

resource "aws_glue_security_configuration" "bad_encryption__encryption_key__partly" {
  name = "partly"
  encryption_configuration {
    cloudwatch_encryption {
      cloudwatch_encryption_mode = "DISABLED"
    }
    job_bookmarks_encryption {
      job_bookmarks_encryption_mode = "DISABLED"
    }
    s3_encryption {
      s3_encryption_mode = "SSE-S3"
    }
  }
}

resource "aws_glue_security_configuration" "bad_encryption__encryption_key__omitted" {
  name = "omitted"
  encryption_configuration {
    cloudwatch_encryption {}
    job_bookmarks_encryption {}
    s3_encryption {}
  }
}

resource "aws_glue_job" "ok_encryption__audit_log__plain_secret" {
  name                   = "right"
  role_arn               = local.role
  security_configuration = aws_glue_security_configuration.ok_encryption__encryption_key.name
  default_arguments      = { "--enable-continuous-cloudwatch-log" = "true" }
  command {
    script_location = "s3://jobs/job.py"
  }
}

resource "aws_glue_job" "bad_encryption__audit_log__omitted" {
  name     = "omitted"
  role_arn = local.role
  command {
    script_location = "s3://jobs/job.py"
  }
}

resource "aws_glue_job" "bad_encryption__plain_secret__weak_configuration" {
  name                   = "weak"
  role_arn               = local.role
  security_configuration = aws_glue_security_configuration.bad_encryption__encryption_key__partly.name
  default_arguments      = { "--db_password" = "correct-horse-battery-9" }
  command {
    script_location = "s3://jobs/job.py"
  }
}

resource "aws_glue_crawler" "ok_encryption" {
  name                   = "right"
  role                   = local.role
  database_name          = "records"
  security_configuration = aws_glue_security_configuration.ok_encryption__encryption_key.name
  s3_target {
    path = "s3://records"
  }
}

resource "aws_glue_crawler" "bad_encryption__omitted" {
  name          = "omitted"
  role          = local.role
  database_name = "records"
  s3_target {
    path = "s3://records"
  }
}

resource "aws_glue_dev_endpoint" "bad_encryption__omitted" {
  name     = "omitted"
  role_arn = local.role
}

resource "aws_glue_data_catalog_encryption_settings" "ok_encryption__encryption_key" {
  data_catalog_encryption_settings {
    connection_password_encryption {
      return_connection_password_encrypted = true
      aws_kms_key_id                       = aws_kms_key.key.arn
    }
    encryption_at_rest {
      catalog_encryption_mode = "SSE-KMS"
      sse_aws_kms_key_id      = aws_kms_key.key.arn
    }
  }
}

resource "aws_glue_data_catalog_encryption_settings" "bad_encryption" {
  data_catalog_encryption_settings {
    connection_password_encryption {
      return_connection_password_encrypted = false
    }
    encryption_at_rest {
      catalog_encryption_mode = "DISABLED"
    }
  }
}

resource "aws_glue_data_catalog_encryption_settings" "bad_encryption_key__omitted" {
  data_catalog_encryption_settings {
    connection_password_encryption {
      return_connection_password_encrypted = true
    }
    encryption_at_rest {
      catalog_encryption_mode = "SSE-KMS"
    }
  }
}

resource "aws_glue_connection" "bad_transit__omitted" {
  name            = "omitted"
  connection_type = "JDBC"
  connection_properties = {
    JDBC_CONNECTION_URL = "jdbc:postgresql://db.example.org/records"
    SECRET_ID           = "records"
  }
}

resource "aws_glue_connection" "bad_plain_secret" {
  name = "password"
  connection_properties = {
    JDBC_CONNECTION_URL = "jdbc:postgresql://db.example.org/records"
    JDBC_ENFORCE_SSL    = "true"
    USERNAME            = "portal"
    PASSWORD            = "correct-horse-battery-9"
  }
}

resource "aws_glue_resource_policy" "bad_policy_exposure" {
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "glue:GetTable", Resource = "*" }]
  })
}

resource "aws_athena_workgroup" "ok_encryption__encryption_key" {
  name = "right"
  configuration {
    result_configuration {
      output_location = "s3://results/"
      encryption_configuration {
        encryption_option = "SSE_KMS"
        kms_key_arn       = aws_kms_key.key.arn
      }
    }
  }
}

resource "aws_athena_workgroup" "bad_encryption_key__omitted" {
  name = "omitted"
}

resource "aws_athena_workgroup" "bad_encryption_key__clients_choose" {
  name = "free"
  configuration {
    enforce_workgroup_configuration = false
    result_configuration {
      output_location = "s3://results/"
      encryption_configuration {
        encryption_option = "SSE_KMS"
        kms_key_arn       = aws_kms_key.key.arn
      }
    }
  }
}

resource "aws_athena_workgroup" "bad_encryption_key__of_the_bucket" {
  name = "bucket"
  configuration {
    result_configuration {
      output_location = "s3://results/"
      encryption_configuration {
        encryption_option = "SSE_S3"
      }
    }
  }
}

resource "aws_athena_database" "ok_encryption_key" {
  name   = "right_records"
  bucket = "records"
  encryption_configuration {
    encryption_option = "SSE_KMS"
    kms_key           = aws_kms_key.key.arn
  }
}

resource "aws_athena_database" "bad_encryption_key__omitted" {
  name   = "omitted_records"
  bucket = "records"
}

resource "aws_emr_security_configuration" "ok_encryption__encryption_key__transit__metadata_service" {
  name = "right"
  configuration = jsonencode({
    EncryptionConfiguration = {
      EnableAtRestEncryption    = true
      EnableInTransitEncryption = true
      AtRestEncryptionConfiguration = {
        S3EncryptionConfiguration = { EncryptionMode = "SSE-KMS", AwsKmsKey = local.key_arn }
        LocalDiskEncryptionConfiguration = {
          EncryptionKeyProviderType = "AwsKms", AwsKmsKey = local.key_arn, EnableEbsEncryption = true
        }
      }
      InTransitEncryptionConfiguration = {
        TLSCertificateConfiguration = { CertificateProviderType = "PEM", S3Object = "s3://certificates/emr.zip" }
      }
    }
    InstanceMetadataServiceConfiguration = { MinimumInstanceMetadataServiceVersion = 2, HttpPutResponseHopLimit = 1 }
  })
}

resource "aws_emr_security_configuration" "bad_encryption__encryption_key__transit__metadata_service__omitted" {
  name          = "omitted"
  configuration = jsonencode({ EncryptionConfiguration = { EnableAtRestEncryption = false, EnableInTransitEncryption = false } })
}

resource "aws_emr_security_configuration" "bad_encryption__encryption_key__without_ebs" {
  name = "without-ebs"
  configuration = jsonencode({
    EncryptionConfiguration = {
      EnableAtRestEncryption    = true
      EnableInTransitEncryption = false
      AtRestEncryptionConfiguration = {
        S3EncryptionConfiguration        = { EncryptionMode = "SSE-S3" }
        LocalDiskEncryptionConfiguration = { EncryptionKeyProviderType = "AwsKms", AwsKmsKey = local.key_arn }
      }
    }
  })
}

resource "aws_emr_cluster" "ok_encryption__transit__metadata_service__encryption_key__audit_log__deletion_protection" {
  name                      = "right"
  release_label             = "emr-7.5.0"
  service_role              = local.role
  security_configuration    = aws_emr_security_configuration.ok_encryption__encryption_key__transit__metadata_service.name
  log_uri                   = "s3://emr-logs/"
  log_encryption_kms_key_id = aws_kms_key.key.arn
  termination_protection    = true
  master_instance_group {
    instance_type = "m5.xlarge"
  }
}

resource "aws_emr_cluster" "bad_encryption__transit__metadata_service__audit_log__deletion_protection__omitted" {
  name          = "omitted"
  release_label = "emr-7.5.0"
  service_role  = local.role
  master_instance_group {
    instance_type = "m5.xlarge"
  }
}

resource "aws_emr_cluster" "bad_encryption_key__logs" {
  name          = "logs"
  release_label = "emr-7.5.0"
  service_role  = local.role
  log_uri       = "s3://emr-logs/"
  master_instance_group {
    instance_type = "m5.xlarge"
  }
}

resource "aws_emr_block_public_access_configuration" "ok_public_access_block" {
  block_public_security_group_rules = true
}

resource "aws_emr_block_public_access_configuration" "bad_public_access_block" {
  block_public_security_group_rules = false
}

resource "aws_emr_studio" "bad_encryption_key__omitted" {
  name                        = "omitted"
  auth_mode                   = "IAM"
  default_s3_location         = "s3://studio/"
  engine_security_group_id    = "sg-0123456789abcdef0"
  workspace_security_group_id = "sg-0123456789abcdef1"
  service_role                = local.role
  subnet_ids                  = ["subnet-0123456789abcdef0"]
  vpc_id                      = "vpc-0123456789abcdef0"
}

resource "aws_mwaa_environment" "ok_encryption__encryption_key__public_endpoint__audit_log" {
  name                  = "right"
  dag_s3_path           = "dags/"
  execution_role_arn    = local.role
  source_bucket_arn     = "arn:aws:s3:::dags"
  kms_key               = aws_kms_key.key.arn
  webserver_access_mode = "PRIVATE_ONLY"
  logging_configuration {
    scheduler_logs {
      enabled = true
    }
    webserver_logs {
      enabled = true
    }
    worker_logs {
      enabled = true
    }
  }
  network_configuration {
    security_group_ids = ["sg-0123456789abcdef0"]
    subnet_ids         = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  }
}

resource "aws_mwaa_environment" "bad_encryption_key__audit_log__omitted" {
  name               = "omitted"
  dag_s3_path        = "dags/"
  execution_role_arn = local.role
  source_bucket_arn  = "arn:aws:s3:::dags"
  network_configuration {
    security_group_ids = ["sg-0123456789abcdef0"]
    subnet_ids         = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  }
}

resource "aws_mwaa_environment" "bad_public_endpoint__audit_log__partly" {
  name                  = "partly"
  dag_s3_path           = "dags/"
  execution_role_arn    = local.role
  source_bucket_arn     = "arn:aws:s3:::dags"
  webserver_access_mode = "PUBLIC_ONLY"
  logging_configuration {
    scheduler_logs {
      enabled = true
    }
  }
  network_configuration {
    security_group_ids = ["sg-0123456789abcdef0"]
    subnet_ids         = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  }
}

resource "aws_glue_dev_endpoint" "ok_encryption" {
  name                   = "right"
  role_arn               = local.role
  security_configuration = aws_glue_security_configuration.ok_encryption__encryption_key.name
}

resource "aws_glue_connection" "ok_plain_secret" {
  name            = "secret-elsewhere"
  connection_type = "NETWORK"
  connection_properties = {
    SECRET_ID = "records"
  }
}

resource "aws_emr_studio" "ok_encryption_key" {
  name                        = "right"
  auth_mode                   = "IAM"
  default_s3_location         = "s3://studio/"
  encryption_key_arn          = aws_kms_key.key.arn
  engine_security_group_id    = "sg-0123456789abcdef0"
  workspace_security_group_id = "sg-0123456789abcdef1"
  service_role                = local.role
  subnet_ids                  = ["subnet-0123456789abcdef0"]
  vpc_id                      = "vpc-0123456789abcdef0"
}

resource "aws_emrcontainers_job_template" "ok_encryption_key" {
  name        = "right"
  kms_key_arn = aws_kms_key.key.arn
  job_template_data {
    execution_role_arn = local.role
    release_label      = "emr-7.5.0-latest"
    job_driver {
      spark_sql_job_driver {
        entry_point = "s3://jobs/query.sql"
      }
    }
  }
}

resource "aws_emrcontainers_job_template" "bad_encryption_key__omitted" {
  name = "omitted"
  job_template_data {
    execution_role_arn = local.role
    release_label      = "emr-7.5.0-latest"
    job_driver {
      spark_sql_job_driver {
        entry_point = "s3://jobs/query.sql"
      }
    }
  }
}

resource "aws_glue_resource_policy" "ok_policy_exposure" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:role/portal" }
      Action    = "glue:GetTable"
      Resource  = "*"
    }]
  })
}
