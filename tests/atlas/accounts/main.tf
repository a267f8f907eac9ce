# Facts on accounts; see tests/atlas/s3 on names. The plan works in 111122223333, as allowed_account_ids says.

provider "aws" {
  region              = "us-east-1"
  allowed_account_ids = ["111122223333"]
}

locals {
  own      = "arn:aws:iam::111122223333:root"
  stranger = "arn:aws:iam::444455556666:root"
  to_own = { for service in ["s3", "sqs", "sns", "kms", "ecr", "secretsmanager", "dynamodb", "events", "schemas", "logs", "backup", "glue", "es", "elasticfilesystem"] :
    service => jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = local.own }, Action = "${service}:*", Resource = "*" }] })
  }
  to_stranger = { for service, text in local.to_own : service => replace(text, local.own, local.stranger) }
  own_key     = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
  foreign_key = "arn:aws:kms:us-east-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab"
}

# Buckets, with the policy rendered by a data source.
data "aws_iam_policy_document" "own" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::records/*"]
    principals {
      type        = "AWS"
      identifiers = [local.own]
    }
  }
}
data "aws_iam_policy_document" "stranger" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::records/*"]
    principals {
      type        = "AWS"
      identifiers = [local.own, "444455556666"]
    }
  }
}
resource "aws_s3_bucket_policy" "ok_admitted_accounts" {
  bucket = "records"
  policy = data.aws_iam_policy_document.own.json
}
resource "aws_s3_bucket_policy" "bad_admitted_accounts" {
  bucket = "records-shared"
  policy = data.aws_iam_policy_document.stranger.json
}
# Delivery of a load balancer's logs comes from an account of AWS.
resource "aws_s3_bucket_policy" "ok_admitted_accounts__load_balancer" {
  bucket = "logs"
  policy = jsonencode({ Version = "2012-10-17", Statement = [
    { Effect = "Allow", Principal = { AWS = "arn:aws:iam::127311923021:root" }, Action = "s3:PutObject", Resource = "arn:aws:s3:::logs/*" }
  ] })
}
# The refusal takes away what the first statement gives.
resource "aws_s3_bucket_policy" "ok_admitted_accounts__refused" {
  bucket = "refused"
  policy = jsonencode({ Version = "2012-10-17", Statement = [
    { Effect = "Allow", Principal = { AWS = local.stranger }, Action = "s3:GetObject", Resource = "arn:aws:s3:::refused/*" },
    { Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::refused/*", Condition = { StringNotEquals = { "aws:PrincipalAccount" = "111122223333" } } },
  ] })
}
resource "aws_s3_bucket_policy" "bad_admitted_accounts__refused_in_part" {
  bucket = "refused-in-part"
  policy = jsonencode({ Version = "2012-10-17", Statement = [
    { Effect = "Allow", Principal = { AWS = local.stranger }, Action = "s3:GetObject", Resource = "arn:aws:s3:::refused-in-part/*" },
    { Effect = "Deny", Principal = "*", Action = "s3:PutObject", Resource = "arn:aws:s3:::refused-in-part/*", Condition = { StringNotEquals = { "aws:PrincipalAccount" = "111122223333" } } },
  ] })
}
# Everyone, but of one account only.
resource "aws_s3_bucket_policy" "ok_admitted_accounts__everyone_of_ours" {
  bucket = "everyone-of-ours"
  policy = jsonencode({ Version = "2012-10-17", Statement = [
    { Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "arn:aws:s3:::everyone-of-ours/*", Condition = { StringEquals = { "aws:PrincipalAccount" = "111122223333" } } },
  ] })
}
resource "aws_s3_bucket_policy" "bad_admitted_accounts__everyone_of_theirs" {
  bucket = "everyone-of-theirs"
  policy = jsonencode({ Version = "2012-10-17", Statement = [
    { Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "arn:aws:s3:::everyone-of-theirs/*", Condition = { StringEquals = { "aws:PrincipalAccount" = ["111122223333", "444455556666"] } } },
  ] })
}

resource "aws_s3_bucket" "ok_admitted_accounts" {
  bucket = "inline-own"
  policy = local.to_own.s3
}
resource "aws_s3_bucket" "bad_admitted_accounts" {
  bucket = "inline-foreign"
  policy = local.to_stranger.s3
}

resource "aws_dynamodb_resource_policy" "ok_admitted_accounts" {
  resource_arn = "arn:aws:dynamodb:us-east-1:111122223333:table/visits"
  policy       = local.to_own.dynamodb
}
resource "aws_dynamodb_resource_policy" "bad_admitted_accounts" {
  resource_arn = "arn:aws:dynamodb:us-east-1:111122223333:table/orders"
  policy       = local.to_stranger.dynamodb
}

resource "aws_cloudwatch_event_bus_policy" "ok_admitted_accounts" {
  policy = local.to_own.events
}
resource "aws_cloudwatch_event_bus_policy" "bad_admitted_accounts" {
  event_bus_name = "orders"
  policy         = local.to_stranger.events
}
resource "aws_cloudwatch_event_permission" "ok_admitted_accounts" {
  principal    = "111122223333"
  statement_id = "own"
}
resource "aws_cloudwatch_event_permission" "bad_admitted_accounts" {
  principal    = "444455556666"
  statement_id = "foreign"
}
resource "aws_schemas_registry_policy" "ok_admitted_accounts" {
  registry_name = "visits"
  policy        = local.to_own.schemas
}
resource "aws_schemas_registry_policy" "bad_admitted_accounts" {
  registry_name = "orders"
  policy        = local.to_stranger.schemas
}

resource "aws_sns_topic_policy" "ok_admitted_accounts" {
  arn    = "arn:aws:sns:us-east-1:111122223333:visits"
  policy = local.to_own.sns
}
resource "aws_sns_topic_policy" "bad_admitted_accounts" {
  arn    = "arn:aws:sns:us-east-1:111122223333:orders"
  policy = local.to_stranger.sns
}
resource "aws_sqs_queue_policy" "ok_admitted_accounts" {
  queue_url = "https://sqs.us-east-1.amazonaws.com/111122223333/visits"
  policy    = local.to_own.sqs
}
resource "aws_sqs_queue_policy" "bad_admitted_accounts" {
  queue_url = "https://sqs.us-east-1.amazonaws.com/111122223333/orders"
  policy    = local.to_stranger.sqs
}

resource "aws_kms_key" "ok_admitted_accounts" {
  policy = local.to_own.kms
}
resource "aws_kms_key" "bad_admitted_accounts" {
  policy = local.to_stranger.kms
}
resource "aws_kms_grant" "ok_admitted_accounts" {
  key_id            = local.own_key
  grantee_principal = "arn:aws:iam::111122223333:role/portal"
  operations        = ["Decrypt"]
}
resource "aws_kms_grant" "bad_admitted_accounts" {
  key_id            = local.own_key
  grantee_principal = "arn:aws:iam::444455556666:role/portal"
  operations        = ["Decrypt"]
}
resource "aws_secretsmanager_secret_policy" "ok_admitted_accounts" {
  secret_arn = "arn:aws:secretsmanager:us-east-1:111122223333:secret:visits-AbCdEf"
  policy     = local.to_own.secretsmanager
}
resource "aws_secretsmanager_secret_policy" "bad_admitted_accounts" {
  secret_arn = "arn:aws:secretsmanager:us-east-1:111122223333:secret:orders-AbCdEf"
  policy     = local.to_stranger.secretsmanager
}
resource "aws_ecr_repository_policy" "ok_admitted_accounts" {
  repository = "portal"
  policy     = local.to_own.ecr
}
resource "aws_ecr_repository_policy" "bad_admitted_accounts" {
  repository = "worker"
  policy     = local.to_stranger.ecr
}
resource "aws_efs_file_system_policy" "ok_admitted_accounts" {
  file_system_id = "fs-0123456789abcdef0"
  policy         = local.to_own.elasticfilesystem
}
resource "aws_efs_file_system_policy" "bad_admitted_accounts" {
  file_system_id = "fs-0123456789abcdef1"
  policy         = local.to_stranger.elasticfilesystem
}
resource "aws_backup_vault_policy" "ok_admitted_accounts" {
  backup_vault_name = "records"
  policy            = local.to_own.backup
}
resource "aws_backup_vault_policy" "bad_admitted_accounts" {
  backup_vault_name = "copies"
  policy            = local.to_stranger.backup
}
resource "aws_cloudwatch_log_resource_policy" "ok_admitted_accounts" {
  policy_name     = "own"
  policy_document = local.to_own.logs
}
resource "aws_cloudwatch_log_resource_policy" "bad_admitted_accounts" {
  policy_name     = "foreign"
  policy_document = local.to_stranger.logs
}
resource "aws_cloudwatch_log_destination_policy" "ok_admitted_accounts" {
  destination_name = "own"
  access_policy    = local.to_own.logs
}
resource "aws_cloudwatch_log_destination_policy" "bad_admitted_accounts" {
  destination_name = "foreign"
  access_policy    = local.to_stranger.logs
}
resource "aws_glue_resource_policy" "ok_admitted_accounts" {
  policy = local.to_own.glue
}
resource "aws_glue_resource_policy" "bad_admitted_accounts" {
  policy = local.to_stranger.glue
}
resource "aws_opensearch_domain_policy" "ok_admitted_accounts" {
  domain_name     = "visits"
  access_policies = local.to_own.es
}
resource "aws_opensearch_domain_policy" "bad_admitted_accounts" {
  domain_name     = "orders"
  access_policies = local.to_stranger.es
}

# Functions: the caller, or the account on whose behalf a service calls.
resource "aws_lambda_permission" "ok_admitted_accounts" {
  function_name  = "intake"
  action         = "lambda:InvokeFunction"
  principal      = "s3.amazonaws.com"
  source_account = "111122223333"
  source_arn     = "arn:aws:s3:::records"
}
resource "aws_lambda_permission" "bad_admitted_accounts" {
  function_name  = "intake"
  action         = "lambda:InvokeFunction"
  principal      = "s3.amazonaws.com"
  source_account = "444455556666"
  source_arn     = "arn:aws:s3:::records"
}
resource "aws_lambda_permission" "bad_admitted_accounts__source" {
  function_name = "intake"
  action        = "lambda:InvokeFunction"
  principal     = "sns.amazonaws.com"
  source_arn    = "arn:aws:sns:us-east-1:444455556666:orders"
}
resource "aws_lambda_permission" "bad_admitted_accounts__caller" {
  function_name = "intake"
  action        = "lambda:InvokeFunction"
  principal     = "444455556666"
}
resource "aws_lambda_layer_version_permission" "ok_admitted_accounts" {
  layer_name     = "arn:aws:lambda:us-east-1:111122223333:layer:codes"
  version_number = 1
  action         = "lambda:GetLayerVersion"
  principal      = "111122223333"
  statement_id   = "own"
}
resource "aws_lambda_layer_version_permission" "bad_admitted_accounts" {
  layer_name     = "arn:aws:lambda:us-east-1:111122223333:layer:codes"
  version_number = 1
  action         = "lambda:GetLayerVersion"
  principal      = "444455556666"
  statement_id   = "foreign"
}

# Endpoints.
resource "aws_vpc_endpoint" "ok_admitted_accounts" {
  vpc_id       = "vpc-0123456789abcdef0"
  service_name = "com.amazonaws.us-east-1.s3"
  policy       = local.to_own.s3
}
resource "aws_vpc_endpoint" "bad_admitted_accounts" {
  vpc_id       = "vpc-0123456789abcdef0"
  service_name = "com.amazonaws.us-east-1.s3"
  policy       = local.to_stranger.s3
}
resource "aws_vpc_endpoint_policy" "ok_admitted_accounts" {
  vpc_endpoint_id = "vpce-0123456789abcdef0"
  policy          = local.to_own.s3
}
resource "aws_vpc_endpoint_policy" "bad_admitted_accounts" {
  vpc_endpoint_id = "vpce-0123456789abcdef0"
  policy          = local.to_stranger.s3
}
resource "aws_vpc_endpoint_service_allowed_principal" "ok_admitted_accounts" {
  vpc_endpoint_service_id = "vpce-svc-0123456789abcdef0"
  principal_arn           = local.own
}
resource "aws_vpc_endpoint_service_allowed_principal" "bad_admitted_accounts" {
  vpc_endpoint_service_id = "vpce-svc-0123456789abcdef0"
  principal_arn           = local.stranger
}
resource "aws_vpc_peering_connection" "ok_admitted_accounts" {
  vpc_id        = "vpc-0123456789abcdef0"
  peer_vpc_id   = "vpc-0123456789abcdef1"
  peer_owner_id = "111122223333"
}
resource "aws_vpc_peering_connection" "bad_admitted_accounts" {
  vpc_id        = "vpc-0123456789abcdef0"
  peer_vpc_id   = "vpc-0123456789abcdef1"
  peer_owner_id = "444455556666"
}

# Shares.
resource "aws_ebs_snapshot" "records" {
  volume_id = "vol-0123456789abcdef0"
}
resource "aws_ram_principal_association" "ok_admitted_accounts" {
  principal          = "111122223333"
  resource_share_arn = "arn:aws:ram:us-east-1:111122223333:resource-share/12345678-abcd-1234-efgh-111122223333"
}
resource "aws_ram_principal_association" "bad_admitted_accounts" {
  principal          = "444455556666"
  resource_share_arn = "arn:aws:ram:us-east-1:111122223333:resource-share/12345678-abcd-1234-efgh-111122223333"
}
resource "aws_snapshot_create_volume_permission" "ok_admitted_accounts" {
  snapshot_id = aws_ebs_snapshot.records.id
  account_id  = "111122223333"
}
resource "aws_snapshot_create_volume_permission" "bad_admitted_accounts" {
  snapshot_id = aws_ebs_snapshot.records.id
  account_id  = "444455556666"
}
resource "aws_ami_launch_permission" "ok_admitted_accounts" {
  image_id   = "ami-0123456789abcdef0"
  account_id = "111122223333"
}
resource "aws_ami_launch_permission" "bad_admitted_accounts" {
  image_id   = "ami-0123456789abcdef0"
  account_id = "444455556666"
}
resource "aws_db_snapshot" "ok_admitted_accounts" {
  db_instance_identifier = "records"
  db_snapshot_identifier = "own"
  shared_accounts        = ["111122223333"]
}
resource "aws_db_snapshot" "bad_admitted_accounts" {
  db_instance_identifier = "records"
  db_snapshot_identifier = "foreign"
  shared_accounts        = ["111122223333", "444455556666"]
}
resource "aws_ssm_document" "ok_admitted_accounts" {
  name          = "own"
  document_type = "Command"
  content       = jsonencode({ schemaVersion = "2.2", mainSteps = [] })
  permissions   = { type = "Share", account_ids = "111122223333" }
}
resource "aws_ssm_document" "bad_admitted_accounts" {
  name          = "foreign"
  document_type = "Command"
  content       = jsonencode({ schemaVersion = "2.2", mainSteps = [] })
  permissions   = { type = "Share", account_ids = "111122223333,444455556666" }
}

# Roles.
resource "aws_iam_role" "ok_admitted_accounts" {
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = local.own } }] })
}
resource "aws_iam_role" "bad_admitted_accounts" {
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = local.stranger } }] })
}

# Keys and destinations.
resource "aws_sqs_queue" "ok_key_account" {
  kms_master_key_id = local.own_key
}
resource "aws_sqs_queue" "bad_key_account" {
  kms_master_key_id = local.foreign_key
}
resource "aws_s3_bucket_server_side_encryption_configuration" "ok_key_account" {
  bucket = "records"
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = local.own_key
    }
  }
}
resource "aws_s3_bucket_server_side_encryption_configuration" "bad_key_account" {
  bucket = "records-foreign"
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = local.foreign_key
    }
  }
}
resource "aws_cloudwatch_log_subscription_filter" "ok_destination_account" {
  name            = "own"
  log_group_name  = "portal"
  filter_pattern  = ""
  destination_arn = "arn:aws:logs:us-east-1:111122223333:destination:central"
}
resource "aws_cloudwatch_log_subscription_filter" "bad_destination_account" {
  name            = "foreign"
  log_group_name  = "portal"
  filter_pattern  = ""
  destination_arn = "arn:aws:logs:us-east-1:444455556666:destination:central"
}
resource "aws_cloudwatch_event_target" "ok_destination_account" {
  rule = "orders"
  arn  = "arn:aws:events:us-east-1:111122223333:event-bus/central"
}
resource "aws_cloudwatch_event_target" "bad_destination_account" {
  rule = "orders"
  arn  = "arn:aws:events:us-east-1:444455556666:event-bus/central"
}

# Roles of other parties.
resource "aws_iam_role" "ok_external_trust__external_read" {
  managed_policy_arns = ["arn:aws:iam::aws:policy/SecurityAudit"]
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{
    Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = local.stranger }, Condition = { StringEquals = { "sts:ExternalId" = "clinic-7f3a" } }
  }] })
}
resource "aws_iam_role" "ok_external_trust__second_factor" {
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{
    Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = local.stranger }, Condition = { Bool = { "aws:MultiFactorAuthPresent" = "true" } }
  }] })
}
resource "aws_iam_role" "bad_external_trust__external_read" {
  managed_policy_arns = ["arn:aws:iam::aws:policy/ReadOnlyAccess"]
  assume_role_policy  = data.aws_iam_policy_document.party.json
}
# Without a second factor the key is absent, and the condition holds.
resource "aws_iam_role" "bad_external_trust__if_exists" {
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{
    Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = local.stranger }, Condition = { BoolIfExists = { "aws:MultiFactorAuthPresent" = "true" } }
  }] })
}
data "aws_iam_policy_document" "party" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = [local.stranger]
    }
  }
}
resource "aws_iam_role_policy_attachment" "ok_external_read" {
  role       = aws_iam_role.ok_external_trust__second_factor.name
  policy_arn = "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess"
}
resource "aws_iam_role_policy_attachment" "bad_external_read" {
  role       = aws_iam_role.ok_external_trust__second_factor.name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

# Passwords of people.
resource "aws_iam_account_password_policy" "ok_password_length__password_variety__password_reuse__password_age" {
  minimum_password_length      = 14
  password_reuse_prevention    = 24
  max_password_age             = 90
  require_lowercase_characters = true
  require_uppercase_characters = true
  require_numbers              = true
  require_symbols              = true
}
resource "aws_iam_account_password_policy" "bad_password_length__password_variety__password_reuse__password_age" {
  minimum_password_length      = 8
  password_reuse_prevention    = 3
  require_lowercase_characters = true
  require_uppercase_characters = true
  require_numbers              = false
  require_symbols              = true
}
resource "aws_iam_account_password_policy" "bad_password_length__password_variety__password_reuse__password_age__omitted" {
  allow_users_to_change_password = true
}
resource "aws_iam_user_login_profile" "ok_password_length__password_reset" {
  user                    = "somebody"
  password_length         = 20
  password_reset_required = true
}
resource "aws_iam_user_login_profile" "bad_password_length__password_reset" {
  user            = "nobody"
  password_length = 8
}
