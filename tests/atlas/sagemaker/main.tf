# Facts of Amazon SageMaker AI; see tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_kms_key" "key" {}

locals {
  role = "arn:aws:iam::111122223333:role/science"
}

resource "aws_sagemaker_notebook_instance" "ok_encryption__encryption_key__public_endpoint__metadata_service" {
  name                   = "right"
  role_arn               = local.role
  instance_type          = "ml.t3.medium"
  kms_key_id             = aws_kms_key.key.arn
  direct_internet_access = "Disabled"
  subnet_id              = "subnet-0123456789abcdef0"
  security_groups        = ["sg-0123456789abcdef0"]
  instance_metadata_service_configuration {
    minimum_instance_metadata_service_version = "2"
  }
}

resource "aws_sagemaker_notebook_instance" "bad_encryption_key__public_endpoint__metadata_service__omitted" {
  name          = "omitted"
  role_arn      = local.role
  instance_type = "ml.t3.medium"
}

resource "aws_sagemaker_notebook_instance_lifecycle_configuration" "bad_plain_secret" {
  name      = "secret"
  on_create = base64encode("export DB_PASSWORD=correct-horse-battery-9")
}

resource "aws_sagemaker_notebook_instance_lifecycle_configuration" "ok_plain_secret" {
  name     = "right"
  on_start = base64encode("pip install pandas")
}

resource "aws_sagemaker_domain" "ok_encryption__encryption_key__public_endpoint" {
  domain_name             = "right"
  auth_mode               = "IAM"
  vpc_id                  = "vpc-0123456789abcdef0"
  subnet_ids              = ["subnet-0123456789abcdef0"]
  kms_key_id              = aws_kms_key.key.arn
  app_network_access_type = "VpcOnly"
  default_user_settings {
    execution_role = local.role
  }
}

resource "aws_sagemaker_domain" "bad_encryption_key__public_endpoint__omitted" {
  domain_name = "omitted"
  auth_mode   = "IAM"
  vpc_id      = "vpc-0123456789abcdef0"
  subnet_ids  = ["subnet-0123456789abcdef0"]
  default_user_settings {
    execution_role = local.role
  }
}

resource "aws_sagemaker_domain" "bad_encryption_key__shared_notebooks" {
  domain_name = "shared"
  auth_mode   = "IAM"
  vpc_id      = "vpc-0123456789abcdef0"
  subnet_ids  = ["subnet-0123456789abcdef0"]
  kms_key_id  = aws_kms_key.key.arn
  default_user_settings {
    execution_role = local.role
    sharing_settings {
      notebook_output_option = "Allowed"
      s3_output_path         = "s3://notebooks/shared"
    }
  }
}

resource "aws_sagemaker_user_profile" "bad_encryption_key" {
  domain_id         = "d-abcdefghijkl"
  user_profile_name = "researcher"
  user_settings {
    execution_role = local.role
    sharing_settings {
      notebook_output_option = "Allowed"
      s3_output_path         = "s3://notebooks/shared"
    }
  }
}

resource "aws_sagemaker_data_quality_job_definition" "ok_encryption__encryption_key__transit" {
  name     = "right"
  role_arn = local.role
  data_quality_app_specification {
    image_uri = "111122223333.dkr.ecr.us-east-1.amazonaws.com/quality:1"
  }
  data_quality_job_input {
    endpoint_input {
      endpoint_name = "triage"
    }
  }
  data_quality_job_output_config {
    kms_key_id = aws_kms_key.key.arn
    monitoring_outputs {
      s3_output {
        s3_uri = "https://quality.s3.us-east-1.amazonaws.com/output"
      }
    }
  }
  job_resources {
    cluster_config {
      instance_count    = 2
      instance_type     = "ml.t3.medium"
      volume_size_in_gb = 20
      volume_kms_key_id = aws_kms_key.key.arn
    }
  }
  network_config {
    enable_inter_container_traffic_encryption = true
  }
}

resource "aws_sagemaker_data_quality_job_definition" "bad_encryption_key__transit__omitted" {
  name     = "omitted"
  role_arn = local.role
  data_quality_app_specification {
    image_uri = "111122223333.dkr.ecr.us-east-1.amazonaws.com/quality:1"
  }
  data_quality_job_input {
    endpoint_input {
      endpoint_name = "triage"
    }
  }
  data_quality_job_output_config {
    monitoring_outputs {
      s3_output {
        s3_uri = "https://quality.s3.us-east-1.amazonaws.com/output"
      }
    }
  }
  job_resources {
    cluster_config {
      instance_count    = 2
      instance_type     = "ml.t3.medium"
      volume_size_in_gb = 20
    }
  }
}

resource "aws_sagemaker_endpoint_configuration" "ok_encryption__encryption_key" {
  name        = "right"
  kms_key_arn = aws_kms_key.key.arn
  production_variants {
    model_name             = "triage"
    instance_type          = "ml.m5.large"
    initial_instance_count = 1
  }
}

resource "aws_sagemaker_endpoint_configuration" "bad_encryption_key__omitted" {
  name = "omitted"
  production_variants {
    model_name             = "triage"
    instance_type          = "ml.m5.large"
    initial_instance_count = 1
  }
}

resource "aws_sagemaker_endpoint_configuration" "bad_encryption_key__captured" {
  name        = "captured"
  kms_key_arn = aws_kms_key.key.arn
  production_variants {
    model_name             = "triage"
    instance_type          = "ml.m5.large"
    initial_instance_count = 1
  }
  data_capture_config {
    enable_capture              = true
    initial_sampling_percentage = 100
    destination_s3_uri          = "s3://captured"
    capture_options {
      capture_mode = "Input"
    }
  }
}

resource "aws_sagemaker_feature_group" "ok_encryption__encryption_key" {
  feature_group_name             = "right"
  record_identifier_feature_name = "patient"
  event_time_feature_name        = "time"
  role_arn                       = local.role
  feature_definition {
    feature_name = "patient"
    feature_type = "String"
  }
  feature_definition {
    feature_name = "time"
    feature_type = "String"
  }
  online_store_config {
    enable_online_store = true
    security_config {
      kms_key_id = aws_kms_key.key.arn
    }
  }
}

resource "aws_sagemaker_feature_group" "bad_encryption_key__omitted" {
  feature_group_name             = "omitted"
  record_identifier_feature_name = "patient"
  event_time_feature_name        = "time"
  role_arn                       = local.role
  feature_definition {
    feature_name = "patient"
    feature_type = "String"
  }
  feature_definition {
    feature_name = "time"
    feature_type = "String"
  }
  offline_store_config {
    s3_storage_config {
      s3_uri = "s3://features"
    }
  }
}

resource "aws_sagemaker_flow_definition" "ok_encryption_key" {
  flow_definition_name = "right"
  role_arn             = local.role
  human_loop_config {
    human_task_ui_arn = "arn:aws:sagemaker:us-east-1:111122223333:human-task-ui/review"
    task_count        = 1
    task_description  = "Review"
    task_title        = "Review"
    workteam_arn      = "arn:aws:sagemaker:us-east-1:111122223333:workteam/private-crowd/review"
  }
  output_config {
    s3_output_path = "s3://reviews/"
    kms_key_id     = aws_kms_key.key.arn
  }
}

resource "aws_sagemaker_flow_definition" "bad_encryption_key__omitted" {
  flow_definition_name = "omitted"
  role_arn             = local.role
  human_loop_config {
    human_task_ui_arn = "arn:aws:sagemaker:us-east-1:111122223333:human-task-ui/review"
    task_count        = 1
    task_description  = "Review"
    task_title        = "Review"
    workteam_arn      = "arn:aws:sagemaker:us-east-1:111122223333:workteam/private-crowd/review"
  }
  output_config {
    s3_output_path = "s3://reviews/"
  }
}

resource "aws_sagemaker_device_fleet" "bad_encryption_key__omitted" {
  device_fleet_name = "omitted"
  role_arn          = local.role
  output_config {
    s3_output_location = "s3://devices/output/"
  }
}

resource "aws_sagemaker_model" "bad_plain_secret" {
  name               = "secret"
  execution_role_arn = local.role
  primary_container {
    image       = "111122223333.dkr.ecr.us-east-1.amazonaws.com/triage:1"
    environment = { API_PASSWORD = "correct-horse-battery-9" }
  }
}

resource "aws_sagemaker_model_package_group_policy" "bad_policy_exposure" {
  model_package_group_name = "triage"
  resource_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "sagemaker:DescribeModelPackageGroup", Resource = "*" }]
  })
}

resource "aws_sagemaker_studio_lifecycle_config" "ok_plain_secret" {
  studio_lifecycle_config_name     = "right"
  studio_lifecycle_config_app_type = "JupyterServer"
  studio_lifecycle_config_content  = base64encode("pip install pandas")
}

resource "aws_sagemaker_studio_lifecycle_config" "bad_plain_secret" {
  studio_lifecycle_config_name     = "secret"
  studio_lifecycle_config_app_type = "JupyterServer"
  studio_lifecycle_config_content  = base64encode("export DB_PASSWORD=correct-horse-battery-9")
}

resource "aws_sagemaker_user_profile" "ok_encryption_key" {
  domain_id         = "d-abcdefghijkl"
  user_profile_name = "right"
  user_settings {
    execution_role = local.role
    sharing_settings {
      notebook_output_option = "Allowed"
      s3_output_path         = "s3://notebooks/shared"
      s3_kms_key_id          = aws_kms_key.key.arn
    }
  }
}

resource "aws_sagemaker_device_fleet" "ok_encryption_key" {
  device_fleet_name = "right"
  role_arn          = local.role
  output_config {
    s3_output_location = "s3://devices/output/"
    kms_key_id         = aws_kms_key.key.arn
  }
}

resource "aws_sagemaker_model" "ok_plain_secret" {
  name               = "right"
  execution_role_arn = local.role
  primary_container {
    image       = "111122223333.dkr.ecr.us-east-1.amazonaws.com/triage:1"
    environment = { STAGE = "production" }
  }
}

resource "aws_sagemaker_pipeline" "ok_plain_secret" {
  pipeline_name         = "right"
  pipeline_display_name = "right"
  role_arn              = local.role
  pipeline_definition   = jsonencode({ Version = "2020-12-01", Steps = [] })
}

resource "aws_sagemaker_pipeline" "bad_plain_secret" {
  pipeline_name         = "secret"
  pipeline_display_name = "secret"
  role_arn              = local.role
  pipeline_definition   = jsonencode({ Version = "2020-12-01", Steps = [], Parameters = { db_password = "correct-horse-battery-9" } })
}

resource "aws_sagemaker_model_package_group_policy" "ok_policy_exposure" {
  model_package_group_name = "triage"
  resource_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:role/portal" }
      Action    = "sagemaker:DescribeModelPackageGroup"
      Resource  = "*"
    }]
  })
}
