# How containers, functions, builds, notebooks, machines and users are held; see tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

locals {
  role   = "arn:aws:iam::111122223333:role/portal"
  image  = "111122223333.dkr.ecr.us-east-1.amazonaws.com/portal:1"
  subnet = "subnet-0123456789abcdef0"
  other  = "subnet-0123456789abcdef1"
}


# Unknown until apply.
resource "terraform_data" "later" {}

resource "aws_iam_role" "task" {
  name_prefix        = "task"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ecs-tasks.amazonaws.com" } }] })
}

resource "aws_iam_role" "execution" {
  name_prefix        = "execution"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ecs-tasks.amazonaws.com" } }] })
}

# Containers.

resource "aws_ecs_task_definition" "ok_container_isolation__root_filesystem__task_role__task_network" {
  family                   = "right"
  network_mode             = "awsvpc"
  task_role_arn            = aws_iam_role.task.arn
  execution_role_arn       = aws_iam_role.execution.arn
  requires_compatibilities = ["FARGATE"]
  cpu                      = 256
  memory                   = 512
  container_definitions    = jsonencode([{ name = "a", image = local.image, readonlyRootFilesystem = true, user = "1000" }])
}

resource "aws_ecs_task_definition" "bad_container_isolation__root_filesystem__task_role__task_network__privileged" {
  family             = "privileged"
  task_role_arn      = aws_iam_role.task.arn
  execution_role_arn = aws_iam_role.task.arn
  container_definitions = jsonencode([
    { name = "a", image = local.image, readonlyRootFilesystem = true },
    { name = "b", image = local.image, privileged = true },
  ])
}

resource "aws_ecs_task_definition" "bad_container_isolation__processes" {
  family                = "processes"
  pid_mode              = "host"
  container_definitions = jsonencode([{ name = "a", image = local.image }])
}

resource "aws_ecs_task_definition" "bad_container_isolation__task_network__root_on_host" {
  family                = "root-on-host"
  network_mode          = "host"
  container_definitions = jsonencode([{ name = "a", image = local.image, user = "0:0" }])
}

resource "aws_ecs_task_definition" "bad_container_isolation__user_omitted" {
  family                = "omitted"
  network_mode          = "host"
  container_definitions = jsonencode([{ name = "a", image = local.image }])
}

resource "aws_ecs_task_definition" "ok_container_isolation__host_with_user" {
  family                = "user"
  network_mode          = "host"
  container_definitions = jsonencode([{ name = "a", image = local.image, user = "portal" }])
}

resource "aws_ecs_service" "ok_runtime_support" {
  name             = "right"
  task_definition  = "portal"
  launch_type      = "FARGATE"
  platform_version = "LATEST"
}

resource "aws_ecs_service" "bad_runtime_support" {
  name             = "old"
  task_definition  = "portal"
  launch_type      = "FARGATE"
  platform_version = "1.3.0"
}

resource "aws_batch_job_definition" "ok_container_isolation" {
  name                 = "right"
  type                 = "container"
  container_properties = jsonencode({ image = local.image, resourceRequirements = [{ type = "VCPU", value = "1" }, { type = "MEMORY", value = "512" }] })
}

resource "aws_batch_job_definition" "bad_container_isolation" {
  name                 = "privileged"
  type                 = "container"
  container_properties = jsonencode({ image = local.image, privileged = true, resourceRequirements = [{ type = "VCPU", value = "1" }, { type = "MEMORY", value = "512" }] })
}

resource "aws_batch_job_definition" "bad_container_isolation__pods" {
  name = "pods"
  type = "container"
  eks_properties {
    pod_properties {
      containers {
        image = local.image
        resources {
          limits = { cpu = "1", memory = "512Mi" }
        }
        security_context {
          privileged = true
        }
      }
    }
  }
}

resource "aws_eks_cluster" "ok_runtime_support" {
  name     = "right"
  role_arn = local.role
  version  = "1.33"
  vpc_config {
    subnet_ids = [local.subnet, local.other]
  }
}

resource "aws_eks_cluster" "bad_runtime_support" {
  name     = "old"
  role_arn = local.role
  version  = "1.29"
  vpc_config {
    subnet_ids = [local.subnet, local.other]
  }
}

# Functions.

resource "aws_lambda_function" "ok_network_placement__runtime_support__code_signing__failed_events__concurrency__zone_spread" {
  function_name                  = "right"
  role                           = local.role
  handler                        = "index.handler"
  runtime                        = "nodejs22.x"
  s3_bucket                      = "portal-code"
  s3_key                         = "function.zip"
  code_signing_config_arn        = "arn:aws:lambda:us-east-1:111122223333:code-signing-config:csc-0123456789abcdef0"
  reserved_concurrent_executions = 10
  dead_letter_config {
    target_arn = "arn:aws:sqs:us-east-1:111122223333:failed"
  }
  vpc_config {
    security_group_ids = ["sg-0123456789abcdef0"]
    subnet_ids         = [local.subnet, local.other]
  }
}

resource "aws_lambda_function" "bad_network_placement__runtime_support__code_signing__failed_events__concurrency__omitted" {
  function_name = "omitted"
  role          = local.role
  handler       = "index.handler"
  runtime       = "nodejs18.x"
  s3_bucket     = "portal-code"
  s3_key        = "function.zip"
}

resource "aws_lambda_function" "bad_zone_spread__one" {
  function_name = "one-zone"
  role          = local.role
  package_type  = "Image"
  image_uri     = local.image
  vpc_config {
    security_group_ids = ["sg-0123456789abcdef0"]
    subnet_ids         = [local.subnet]
  }
}

resource "aws_subnet" "first" {
  vpc_id            = "vpc-0123456789abcdef0"
  cidr_block        = "10.0.0.0/24"
  availability_zone = "us-east-1a"
}

resource "aws_subnet" "second" {
  vpc_id            = "vpc-0123456789abcdef0"
  cidr_block        = "10.0.1.0/24"
  availability_zone = "us-east-1a"
}

resource "aws_subnet" "third" {
  vpc_id            = "vpc-0123456789abcdef0"
  cidr_block        = "10.0.2.0/24"
  availability_zone = "us-east-1b"
}

resource "aws_lambda_function" "bad_zone_spread__two_subnets_of_one_zone" {
  function_name = "same-zone"
  role          = local.role
  package_type  = "Image"
  image_uri     = local.image
  vpc_config {
    security_group_ids = ["sg-0123456789abcdef0"]
    subnet_ids         = [aws_subnet.first.id, aws_subnet.second.id]
  }
}

resource "aws_lambda_function" "ok_zone_spread__network_placement__known_after_apply" {
  function_name = "two-zones"
  role          = local.role
  package_type  = "Image"
  image_uri     = local.image
  vpc_config {
    security_group_ids = ["sg-0123456789abcdef0"]
    subnet_ids         = [aws_subnet.first.id, aws_subnet.third.id]
  }
}

resource "aws_lambda_function" "ok_failed_events__destination" {
  function_name = "destination"
  role          = local.role
  package_type  = "Image"
  image_uri     = local.image
}

resource "aws_lambda_function_event_invoke_config" "ok_failed_events" {
  function_name = aws_lambda_function.ok_failed_events__destination.function_name
  destination_config {
    on_failure {
      destination = "arn:aws:sqs:us-east-1:111122223333:failed"
    }
  }
}

resource "aws_lambda_function_event_invoke_config" "bad_failed_events" {
  function_name          = "omitted"
  maximum_retry_attempts = 0
}

resource "aws_lambda_code_signing_config" "ok_code_signing" {
  allowed_publishers {
    signing_profile_version_arns = ["arn:aws:signer:us-east-1:111122223333:/signing-profiles/portal/abcdefghij"]
  }
  policies {
    untrusted_artifact_on_deployment = "Enforce"
  }
}

resource "aws_lambda_code_signing_config" "bad_code_signing__omitted" {
  allowed_publishers {
    signing_profile_version_arns = ["arn:aws:signer:us-east-1:111122223333:/signing-profiles/portal/abcdefghij"]
  }
}

resource "aws_lambda_function_url" "ok_cors" {
  function_name      = "right"
  authorization_type = "AWS_IAM"
  cors {
    allow_origins = ["https://portal.example.org"]
  }
}

resource "aws_lambda_function_url" "bad_cors" {
  function_name      = "open"
  authorization_type = "AWS_IAM"
  cors {
    allow_origins = ["https://portal.example.org", "*"]
  }
}

# Images.

resource "aws_ecr_repository" "ok_image_tags__image_scan" {
  name                 = "right"
  image_tag_mutability = "IMMUTABLE"
  image_scanning_configuration {
    scan_on_push = true
  }
}

resource "aws_ecr_repository" "bad_image_tags__image_scan__omitted" {
  name = "omitted"
}

resource "aws_ecr_repository" "bad_image_tags__image_scan__off" {
  name                 = "off"
  image_tag_mutability = "MUTABLE"
  image_scanning_configuration {
    scan_on_push = false
  }
}

resource "aws_ecr_repository" "ok_image_scan__registry" {
  name = "clinic/portal"
}

resource "aws_ecr_registry_scanning_configuration" "ok_image_scan" {
  scan_type = "ENHANCED"
  rule {
    scan_frequency = "CONTINUOUS_SCAN"
    repository_filter {
      filter      = "clinic/*"
      filter_type = "WILDCARD"
    }
  }
}

provider "aws" {
  alias  = "west"
  region = "us-west-2"
}

resource "aws_ecr_registry_scanning_configuration" "bad_image_scan__omitted" {
  provider  = aws.west
  scan_type = "BASIC"
}

resource "aws_ecr_repository" "bad_image_scan__registry_of_another_region" {
  provider = aws.west
  name     = "clinic/portal"
}

resource "aws_ecr_repository_creation_template" "ok_image_tags" {
  prefix               = "right"
  applied_for          = ["PULL_THROUGH_CACHE"]
  image_tag_mutability = "IMMUTABLE"
}

resource "aws_ecr_repository_creation_template" "bad_image_tags" {
  prefix      = "omitted"
  applied_for = ["PULL_THROUGH_CACHE"]
}

# Users.

resource "aws_cognito_user_pool" "ok_multi_factor__password_length__self_registration__threat_protection" {
  name              = "right"
  mfa_configuration = "ON"
  software_token_mfa_configuration {
    enabled = true
  }
  password_policy {
    minimum_length = 14
  }
  admin_create_user_config {
    allow_admin_create_user_only = true
  }
  user_pool_add_ons {
    advanced_security_mode = "ENFORCED"
  }
}

resource "aws_cognito_user_pool" "bad_multi_factor__self_registration__threat_protection__omitted" {
  name = "omitted"
}

resource "aws_cognito_user_pool" "bad_multi_factor__self_registration__threat_protection__off" {
  name              = "off"
  mfa_configuration = "OFF"
  password_policy {
    minimum_length = 8
  }
  admin_create_user_config {
    allow_admin_create_user_only = false
  }
  user_pool_add_ons {
    advanced_security_mode = "AUDIT"
  }
}

resource "aws_cognito_user_pool" "ok_multi_factor__optional" {
  name              = "optional"
  mfa_configuration = "OPTIONAL"
  software_token_mfa_configuration {
    enabled = true
  }
}

resource "aws_cognito_risk_configuration" "ok_threat_protection" {
  user_pool_id = "us-east-1_abcdefghi"
  compromised_credentials_risk_configuration {
    actions {
      event_action = "BLOCK"
    }
  }
}

resource "aws_cognito_risk_configuration" "bad_threat_protection" {
  user_pool_id = "us-east-1_abcdefghi"
  compromised_credentials_risk_configuration {
    actions {
      event_action = "NO_ACTION"
    }
  }
}

resource "aws_cognito_user_pool_client" "ok_user_existence__token_revocation" {
  name                          = "right"
  user_pool_id                  = "us-east-1_abcdefghi"
  prevent_user_existence_errors = "ENABLED"
  enable_token_revocation       = true
}

resource "aws_cognito_user_pool_client" "bad_user_existence__token_revocation" {
  name                          = "wrong"
  user_pool_id                  = "us-east-1_abcdefghi"
  prevent_user_existence_errors = "LEGACY"
  enable_token_revocation       = false
}

resource "aws_directory_service_radius_settings" "ok_transit" {
  directory_id            = "d-1234567890"
  authentication_protocol = "MS-CHAPv2"
  display_label           = "token"
  radius_port             = 1812
  radius_retries          = 3
  radius_servers          = ["10.0.1.5"]
  radius_timeout          = 10
  shared_secret           = terraform_data.later.id
}

resource "aws_directory_service_radius_settings" "bad_transit" {
  directory_id            = "d-1234567890"
  authentication_protocol = "PAP"
  display_label           = "token"
  radius_port             = 1812
  radius_retries          = 3
  radius_servers          = ["10.0.1.5"]
  radius_timeout          = 10
  shared_secret           = terraform_data.later.id
}

# Desktops, notebooks and models.

resource "aws_appstream_fleet" "ok_network_placement__idle_limit__session_limit" {
  name                               = "right"
  instance_type                      = "stream.standard.small"
  image_name                         = "portal"
  idle_disconnect_timeout_in_seconds = 900
  max_user_duration_in_seconds       = 28800
  enable_default_internet_access     = false
  compute_capacity {
    desired_instances = 1
  }
  vpc_config {
    subnet_ids = [local.subnet]
  }
}

resource "aws_appstream_fleet" "bad_network_placement__idle_limit__omitted" {
  name          = "omitted"
  instance_type = "stream.standard.small"
  image_name    = "portal"
  compute_capacity {
    desired_instances = 1
  }
}

resource "aws_appstream_fleet" "bad_network_placement__internet" {
  name                               = "internet"
  instance_type                      = "stream.standard.small"
  image_name                         = "portal"
  idle_disconnect_timeout_in_seconds = 3600
  max_user_duration_in_seconds       = 86400
  enable_default_internet_access     = true
  compute_capacity {
    desired_instances = 1
  }
  vpc_config {
    subnet_ids = [local.subnet]
  }
}

resource "aws_sagemaker_notebook_instance" "ok_network_placement__notebook_root__runtime_support" {
  name                = "right"
  role_arn            = local.role
  instance_type       = "ml.t3.medium"
  subnet_id           = local.subnet
  root_access         = "Disabled"
  platform_identifier = "notebook-al2-v3"
}

resource "aws_sagemaker_notebook_instance" "bad_network_placement__notebook_root__omitted" {
  name          = "omitted"
  role_arn      = local.role
  instance_type = "ml.t3.medium"
}

resource "aws_sagemaker_notebook_instance" "bad_notebook_root__runtime_support" {
  name                = "old"
  role_arn            = local.role
  instance_type       = "ml.t3.medium"
  root_access         = "Enabled"
  platform_identifier = "notebook-al2-v1"
}

resource "aws_sagemaker_model" "ok_network_placement__network_isolation" {
  name                     = "right"
  execution_role_arn       = local.role
  enable_network_isolation = true
  primary_container {
    image = local.image
  }
  vpc_config {
    security_group_ids = ["sg-0123456789abcdef0"]
    subnets            = [local.subnet]
  }
}

resource "aws_sagemaker_model" "bad_network_placement__network_isolation__omitted" {
  name               = "omitted"
  execution_role_arn = local.role
  primary_container {
    image = local.image
  }
}

resource "aws_sagemaker_domain" "ok_central_sign_in" {
  domain_name = "right"
  auth_mode   = "SSO"
  vpc_id      = "vpc-0123456789abcdef0"
  subnet_ids  = [local.subnet]
  default_user_settings {
    execution_role = local.role
  }
}

resource "aws_sagemaker_domain" "bad_central_sign_in" {
  domain_name = "local"
  auth_mode   = "IAM"
  vpc_id      = "vpc-0123456789abcdef0"
  subnet_ids  = [local.subnet]
  default_user_settings {
    execution_role = local.role
  }
}

resource "aws_bedrockagent_agent" "ok_guardrails" {
  agent_name              = "right"
  agent_resource_role_arn = local.role
  foundation_model        = "anthropic.claude-v2"
  guardrail_configuration {
    guardrail_identifier = "abcdefghij"
    guardrail_version    = "1"
  }
}

resource "aws_bedrockagent_agent" "bad_guardrails__omitted" {
  agent_name              = "omitted"
  agent_resource_role_arn = local.role
  foundation_model        = "anthropic.claude-v2"
}

resource "aws_bedrock_guardrail" "ok_guardrails" {
  name                      = "right"
  blocked_input_messaging   = "no"
  blocked_outputs_messaging = "no"
  sensitive_information_policy_config {
    pii_entities_config {
      action = "ANONYMIZE"
      type   = "NAME"
    }
  }
}

resource "aws_bedrock_guardrail" "bad_guardrails__omitted" {
  name                      = "omitted"
  blocked_input_messaging   = "no"
  blocked_outputs_messaging = "no"
  word_policy_config {
    words_config {
      text = "nonsense"
    }
  }
}

# Files.

resource "aws_efs_access_point" "ok_file_identity__file_root" {
  file_system_id = "fs-0123456789abcdef0"
  posix_user {
    uid = 1000
    gid = 1000
  }
  root_directory {
    path = "/portal"
  }
}

resource "aws_efs_access_point" "bad_file_identity__file_root__omitted" {
  file_system_id = "fs-0123456789abcdef0"
}

resource "aws_efs_access_point" "bad_file_identity__file_root__root" {
  file_system_id = "fs-0123456789abcdef0"
  posix_user {
    uid = 0
    gid = 1000
  }
  root_directory {
    path = "/"
  }
}

resource "aws_efs_access_point" "bad_file_identity__group" {
  file_system_id = "fs-0123456789abcdef0"
  posix_user {
    uid            = 1000
    gid            = 1000
    secondary_gids = [0, 50]
  }
  root_directory {
    path = "/portal"
  }
}

# Builds.

resource "aws_codebuild_project" "ok_build_privileges__build_source__plain_secret" {
  name         = "right"
  service_role = local.role
  artifacts {
    type = "NO_ARTIFACTS"
  }
  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/standard:7.0"
    type         = "LINUX_CONTAINER"
  }
  source {
    type      = "GITHUB"
    location  = "https://github.com/example/portal.git"
    buildspec = <<-EOT
      version: 0.2
      phases:
        build:
          commands: [npm ci]
    EOT
  }
}

resource "aws_codebuild_project" "bad_build_privileges__build_source__plain_secret" {
  name         = "wrong"
  service_role = local.role
  artifacts {
    type = "NO_ARTIFACTS"
  }
  environment {
    compute_type    = "BUILD_GENERAL1_SMALL"
    image           = "aws/codebuild/standard:7.0"
    type            = "LINUX_CONTAINER"
    privileged_mode = true
  }
  source {
    type      = "GITHUB"
    location  = "https://builder:correct-horse-battery-9@github.com/example/portal.git"
    buildspec = "ci/build.yml"
  }
}

resource "aws_codebuild_webhook" "ok_build_source" {
  project_name = "right"
  filter_group {
    filter {
      type    = "EVENT"
      pattern = "PUSH, PULL_REQUEST_MERGED"
    }
    filter {
      type    = "ACTOR_ACCOUNT_ID"
      pattern = "^(1234567|7654321)$"
    }
  }
}

resource "aws_codebuild_webhook" "bad_build_source__omitted" {
  project_name = "omitted"
}

resource "aws_codebuild_webhook" "bad_build_source__not_anchored" {
  project_name = "loose"
  filter_group {
    filter {
      type    = "ACTOR_ACCOUNT_ID"
      pattern = "1234567"
    }
  }
}

resource "aws_elastic_beanstalk_environment" "ok_platform_updates" {
  name        = "right"
  application = "portal"
  setting {
    namespace = "aws:elasticbeanstalk:managedactions"
    name      = "ManagedActionsEnabled"
    value     = "true"
  }
}

resource "aws_elastic_beanstalk_environment" "bad_platform_updates__omitted" {
  name        = "omitted"
  application = "portal"
}

# Machines.

resource "aws_instance" "ok_network_placement__metadata_hops__instance_profile" {
  ami                  = "ami-0abcdef1234567890"
  instance_type        = "t3.small"
  subnet_id            = local.subnet
  iam_instance_profile = "portal"
  metadata_options {
    http_put_response_hop_limit = 1
  }
}

resource "aws_instance" "bad_network_placement__metadata_hops__instance_profile" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "t3.small"
  metadata_options {
    http_put_response_hop_limit = 2
  }
}

resource "aws_launch_template" "ok_metadata_hops__instance_profile" {
  name = "right"
  iam_instance_profile {
    name = "portal"
  }
  metadata_options {
    http_put_response_hop_limit = 1
  }
}

resource "aws_launch_template" "bad_metadata_hops__instance_profile" {
  name = "wrong"
  metadata_options {
    http_put_response_hop_limit = 3
  }
}

resource "aws_launch_configuration" "ok_metadata_hops__instance_profile" {
  name                 = "right"
  image_id             = "ami-0abcdef1234567890"
  instance_type        = "t3.small"
  iam_instance_profile = "portal"
  metadata_options {
    http_put_response_hop_limit = 1
  }
}

resource "aws_launch_configuration" "bad_metadata_hops__instance_profile" {
  name          = "wrong"
  image_id      = "ami-0abcdef1234567890"
  instance_type = "t3.small"
  metadata_options {
    http_put_response_hop_limit = 2
  }
}

resource "aws_autoscaling_group" "ok_zone_spread__health_check" {
  name                = "right"
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [local.subnet, local.other]
  target_group_arns   = ["arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/portal/0123456789abcdef"]
  health_check_type   = "ELB"
  launch_template {
    id = aws_launch_template.ok_metadata_hops__instance_profile.id
  }
}

resource "aws_autoscaling_group" "bad_zone_spread__health_check" {
  name               = "wrong"
  min_size           = 1
  max_size           = 1
  availability_zones = ["us-east-1a"]
  load_balancers     = ["portal"]
  launch_template {
    id = aws_launch_template.ok_metadata_hops__instance_profile.id
  }
}

# Tables and topics.

resource "aws_dynamodb_table" "ok_table_capacity__on_demand" {
  name         = "on-demand"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_dynamodb_table" "ok_table_capacity__scaled" {
  name           = "scaled"
  read_capacity  = 5
  write_capacity = 5
  hash_key       = "id"
  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_appautoscaling_target" "scaled" {
  min_capacity       = 5
  max_capacity       = 100
  resource_id        = "table/${aws_dynamodb_table.ok_table_capacity__scaled.name}"
  scalable_dimension = "dynamodb:table:ReadCapacityUnits"
  service_namespace  = "dynamodb"
}

resource "aws_dynamodb_table" "bad_table_capacity" {
  name           = "fixed"
  read_capacity  = 5
  write_capacity = 5
  hash_key       = "id"
  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_sns_topic_subscription" "ok_subscriber" {
  topic_arn = "arn:aws:sns:us-east-1:111122223333:referrals"
  protocol  = "sqs"
  endpoint  = "arn:aws:sqs:us-east-1:111122223333:referrals"
}

resource "aws_sns_topic_subscription" "bad_subscriber" {
  topic_arn = "arn:aws:sns:us-east-1:111122223333:referrals"
  protocol  = "email"
  endpoint  = "front-desk@example.org"
}

resource "aws_ec2_client_vpn_endpoint" "helper" {
  server_certificate_arn = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012"
  client_cidr_block      = "10.9.0.0/16"
  session_timeout_hours  = 8
  authentication_options {
    type                       = "certificate-authentication"
    root_certificate_chain_arn = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012"
  }
  connection_log_options {
    enabled = false
  }
}

resource "aws_spot_instance_request" "ok_network_placement__metadata_hops__instance_profile" {
  ami                  = "ami-0abcdef1234567890"
  instance_type        = "t3.small"
  subnet_id            = local.subnet
  iam_instance_profile = "portal"
}

resource "aws_spot_instance_request" "bad_network_placement__metadata_hops__instance_profile" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "t3.small"
  metadata_options {
    http_put_response_hop_limit = 2
  }
}

# What nobody keeps, and what replication overwrites.

resource "aws_cloudwatch_log_group" "by_name" {
  name = "/aws/lambda/by-name"
}

resource "aws_cloudwatch_log_group" "named" {
  name_prefix = "portal"
}

resource "aws_lambda_function" "ok_log_group__by_name" {
  function_name = "by-name"
  role          = local.role
  package_type  = "Image"
  image_uri     = local.image
}

resource "aws_lambda_function" "ok_log_group__named" {
  function_name = "named"
  role          = local.role
  package_type  = "Image"
  image_uri     = local.image
  logging_config {
    log_format = "JSON"
    log_group  = aws_cloudwatch_log_group.named.name
  }
}

resource "aws_lambda_function" "bad_log_group__omitted" {
  function_name = "nobody"
  role          = local.role
  package_type  = "Image"
  image_uri     = local.image
}

resource "aws_lambda_function" "bad_log_group__elsewhere" {
  function_name = "elsewhere"
  role          = local.role
  package_type  = "Image"
  image_uri     = local.image
  logging_config {
    log_format = "JSON"
    log_group  = "/portal/somewhere"
  }
}

resource "aws_ecr_repository" "ok_deletion_protection" {
  name = "kept"
}

resource "aws_ecr_repository" "bad_deletion_protection" {
  name         = "forced"
  force_delete = true
}

resource "aws_efs_file_system" "ok_overwrite_protection" {
  creation_token = "right"
  protection {
    replication_overwrite = "ENABLED"
  }
}

resource "aws_efs_file_system" "bad_overwrite_protection" {
  creation_token = "open"
  protection {
    replication_overwrite = "DISABLED"
  }
}

resource "aws_secretsmanager_secret" "ok_overwrite_protection" {
  name = "right"
}

resource "aws_secretsmanager_secret" "bad_overwrite_protection" {
  name                           = "forced"
  force_overwrite_replica_secret = true
  replica {
    region = "us-west-2"
  }
}

# An alarm may not use the key of SNS itself.

resource "aws_sns_topic" "bad_alarm_delivery__key_of_aws" {
  name              = "alarms"
  kms_master_key_id = "alias/aws/sns"
}

resource "aws_sns_topic" "ok_alarm_delivery" {
  name = "heard"
}

resource "aws_sns_topic_subscription" "unheard" {
  topic_arn = aws_sns_topic.bad_alarm_delivery__key_of_aws.arn
  protocol  = "https"
  endpoint  = "https://example.org/alarms"
}

resource "aws_sns_topic_subscription" "heard" {
  topic_arn = aws_sns_topic.ok_alarm_delivery.arn
  protocol  = "https"
  endpoint  = "https://example.org/alarms"
}

resource "aws_cloudwatch_metric_alarm" "calls" {
  alarm_name          = "calls"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  metric_name         = "Errors"
  namespace           = "AWS/Lambda"
  period              = 300
  statistic           = "Sum"
  threshold           = 0
  alarm_actions       = [aws_sns_topic.bad_alarm_delivery__key_of_aws.arn, aws_sns_topic.ok_alarm_delivery.arn]
}
