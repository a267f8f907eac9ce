# Facts of AWS DMS, DataSync, Transfer Family and Storage Gateway.
# See tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_kms_key" "key" {}

resource "aws_dms_replication_instance" "bad_encryption_key__public_endpoint" {
  replication_instance_class = "dms.t3.micro"
  replication_instance_id    = "open"
  publicly_accessible        = true
}

resource "aws_dms_replication_instance" "ok_encryption_key__public_endpoint" {
  replication_instance_class = "dms.t3.micro"
  replication_instance_id    = "private"
  kms_key_arn                = aws_kms_key.key.arn
}

resource "aws_dms_replication_instance" "ok_minor_upgrades__zones" {
  replication_instance_class = "dms.t3.micro"
  replication_instance_id    = "two-zones"
  multi_az                   = true
}

resource "aws_dms_replication_instance" "bad_minor_upgrades__zones" {
  replication_instance_class = "dms.t3.micro"
  replication_instance_id    = "one-zone"
  auto_minor_version_upgrade = false
}

resource "aws_dms_replication_config" "bad_encryption_key__audit_log__omitted" {
  replication_config_identifier = "plain"
  replication_type              = "full-load"
  source_endpoint_arn           = "arn:aws:dms:us-east-1:111122223333:endpoint:SOURCE"
  target_endpoint_arn           = "arn:aws:dms:us-east-1:111122223333:endpoint:TARGET"
  table_mappings                = "{}"
  compute_config {
    replication_subnet_group_id = "private"
    max_capacity_units          = 2
  }
}

resource "aws_dms_replication_config" "ok_encryption_key__audit_log" {
  replication_config_identifier = "records"
  replication_type              = "full-load"
  source_endpoint_arn           = "arn:aws:dms:us-east-1:111122223333:endpoint:SOURCE"
  target_endpoint_arn           = "arn:aws:dms:us-east-1:111122223333:endpoint:TARGET"
  table_mappings                = "{}"
  replication_settings          = jsonencode({ Logging = { EnableLogging = true } })
  compute_config {
    replication_subnet_group_id = "private"
    max_capacity_units          = 2
    kms_key_id                  = aws_kms_key.key.arn
  }
}

resource "aws_dms_replication_task" "bad_audit_log__omitted" {
  replication_task_id      = "plain"
  migration_type           = "full-load"
  replication_instance_arn = aws_dms_replication_instance.ok_encryption_key__public_endpoint.replication_instance_arn
  source_endpoint_arn      = "arn:aws:dms:us-east-1:111122223333:endpoint:SOURCE"
  target_endpoint_arn      = "arn:aws:dms:us-east-1:111122223333:endpoint:TARGET"
  table_mappings           = "{}"
}

resource "aws_dms_replication_task" "ok_audit_log" {
  replication_task_id       = "records"
  migration_type            = "full-load"
  replication_instance_arn  = aws_dms_replication_instance.ok_encryption_key__public_endpoint.replication_instance_arn
  source_endpoint_arn       = "arn:aws:dms:us-east-1:111122223333:endpoint:SOURCE"
  target_endpoint_arn       = "arn:aws:dms:us-east-1:111122223333:endpoint:TARGET"
  table_mappings            = "{}"
  replication_task_settings = jsonencode({ Logging = { EnableLogging = true } })
}

resource "aws_dms_endpoint" "bad_encryption_key__transit__omitted" {
  endpoint_id   = "plain"
  endpoint_type = "source"
  engine_name   = "postgres"
  server_name   = "records.example.com"
  port          = 5432
  username      = "reader"
  password      = "not-a-real-one"
  database_name = "records"
}

resource "aws_dms_endpoint" "ok_encryption_key__transit" {
  endpoint_id   = "records"
  endpoint_type = "source"
  engine_name   = "postgres"
  server_name   = "records.example.com"
  port          = 5432
  username      = "reader"
  password      = "not-a-real-one"
  database_name = "records"
  ssl_mode      = "require"
  kms_key_arn   = aws_kms_key.key.arn
}

resource "aws_dms_endpoint" "bad_transit__kafka" {
  endpoint_id   = "kafka"
  endpoint_type = "target"
  engine_name   = "kafka"
  kafka_settings {
    broker = "b-1.example.com:9092"
  }
}

resource "aws_dms_endpoint" "ok_transit__kafka" {
  endpoint_id   = "kafka-tls"
  endpoint_type = "target"
  engine_name   = "kafka"
  kafka_settings {
    broker            = "b-1.example.com:9094"
    security_protocol = "ssl-encryption"
  }
}

resource "aws_dms_endpoint" "bad_transit__authorization__redis" {
  endpoint_id   = "redis"
  endpoint_type = "target"
  engine_name   = "redis"
  redis_settings {
    auth_type             = "none"
    port                  = 6379
    server_name           = "cache.example.com"
    ssl_security_protocol = "plaintext"
  }
}

resource "aws_dms_endpoint" "ok_transit__authorization__redis" {
  endpoint_id   = "redis-tls"
  endpoint_type = "target"
  engine_name   = "redis"
  redis_settings {
    auth_type     = "auth-token"
    auth_password = "not-a-real-one"
    port          = 6379
    server_name   = "cache.example.com"
  }
}

resource "aws_dms_endpoint" "bad_authorization__mongodb" {
  endpoint_id   = "mongodb"
  endpoint_type = "source"
  engine_name   = "mongodb"
  server_name   = "records.example.com"
  mongodb_settings {
    auth_type = "no"
  }
}

resource "aws_dms_s3_endpoint" "bad_encryption_key__omitted" {
  endpoint_id             = "plain"
  endpoint_type           = "target"
  bucket_name             = "records"
  service_access_role_arn = "arn:aws:iam::111122223333:role/dms"
}

resource "aws_dms_s3_endpoint" "ok_encryption_key" {
  endpoint_id                       = "records"
  endpoint_type                     = "target"
  bucket_name                       = "records"
  service_access_role_arn           = "arn:aws:iam::111122223333:role/dms"
  kms_key_arn                       = aws_kms_key.key.arn
  encryption_mode                   = "SSE_KMS"
  server_side_encryption_kms_key_id = aws_kms_key.key.arn
}

resource "aws_datasync_task" "bad_audit_log__omitted" {
  source_location_arn      = "arn:aws:datasync:us-east-1:111122223333:location/loc-1"
  destination_location_arn = "arn:aws:datasync:us-east-1:111122223333:location/loc-2"
}

resource "aws_datasync_task" "ok_audit_log" {
  source_location_arn      = "arn:aws:datasync:us-east-1:111122223333:location/loc-1"
  destination_location_arn = "arn:aws:datasync:us-east-1:111122223333:location/loc-2"
  cloudwatch_log_group_arn = "arn:aws:logs:us-east-1:111122223333:log-group:sync"
  options {
    log_level = "TRANSFER"
  }
}

resource "aws_datasync_task" "bad_audit_log__basic" {
  source_location_arn      = "arn:aws:datasync:us-east-1:111122223333:location/loc-1"
  destination_location_arn = "arn:aws:datasync:us-east-1:111122223333:location/loc-2"
  cloudwatch_log_group_arn = "arn:aws:logs:us-east-1:111122223333:log-group:sync"
  options {
    log_level = "BASIC"
  }
}

resource "aws_datasync_location_efs" "bad_transit__omitted" {
  efs_file_system_arn = "arn:aws:elasticfilesystem:us-east-1:111122223333:file-system/fs-0123456789abcdef0"
  ec2_config {
    security_group_arns = ["arn:aws:ec2:us-east-1:111122223333:security-group/sg-0123456789abcdef0"]
    subnet_arn          = "arn:aws:ec2:us-east-1:111122223333:subnet/subnet-0123456789abcdef0"
  }
}

resource "aws_datasync_location_efs" "ok_transit" {
  efs_file_system_arn         = "arn:aws:elasticfilesystem:us-east-1:111122223333:file-system/fs-0123456789abcdef0"
  in_transit_encryption       = "TLS1_2"
  file_system_access_role_arn = "arn:aws:iam::111122223333:role/sync"
  ec2_config {
    security_group_arns = ["arn:aws:ec2:us-east-1:111122223333:security-group/sg-0123456789abcdef0"]
    subnet_arn          = "arn:aws:ec2:us-east-1:111122223333:subnet/subnet-0123456789abcdef0"
  }
}

resource "aws_datasync_location_hdfs" "bad_transit__authorization" {
  agent_arns          = ["arn:aws:datasync:us-east-1:111122223333:agent/agent-0123456789abcdef0"]
  authentication_type = "SIMPLE"
  simple_user         = "reader"
  name_node {
    hostname = "name.example.com"
    port     = 8020
  }
  qop_configuration {
    data_transfer_protection = "DISABLED"
  }
}

resource "aws_datasync_location_object_storage" "bad_transit__plain_secret" {
  agent_arns      = ["arn:aws:datasync:us-east-1:111122223333:agent/agent-0123456789abcdef0"]
  bucket_name     = "records"
  server_hostname = "objects.example.com"
  server_protocol = "HTTP"
  access_key      = "reader-of-records"
  secret_key      = "not-a-real-secret-key"
}

resource "aws_datasync_location_object_storage" "ok_transit__plain_secret" {
  agent_arns      = ["arn:aws:datasync:us-east-1:111122223333:agent/agent-0123456789abcdef0"]
  bucket_name     = "records"
  server_hostname = "objects.example.com"
}

resource "aws_transfer_server" "bad_transit__public_endpoint__access_log__omitted" {}

resource "aws_transfer_server" "ok_transit__public_endpoint__access_log" {
  protocols                   = ["SFTP"]
  security_policy_name        = "TransferSecurityPolicy-2024-01"
  structured_log_destinations = ["arn:aws:logs:us-east-1:111122223333:log-group:transfer:*"]
  endpoint_type               = "VPC"
  endpoint_details {
    subnet_ids = ["subnet-0123456789abcdef0"]
    vpc_id     = "vpc-0123456789abcdef0"
  }
}

resource "aws_transfer_server" "bad_transit__public_endpoint__plain" {
  protocols              = ["FTP", "SFTP"]
  security_policy_name   = "TransferSecurityPolicy-2024-01"
  identity_provider_type = "AWS_DIRECTORY_SERVICE"
  directory_id           = "d-0123456789"
  endpoint_type          = "VPC"
  endpoint_details {
    address_allocation_ids = ["eipalloc-0123456789abcdef0"]
    subnet_ids             = ["subnet-0123456789abcdef0"]
    vpc_id                 = "vpc-0123456789abcdef0"
  }
}

resource "aws_transfer_server" "bad_transit__old_policy" {
  security_policy_name = "TransferSecurityPolicy-FIPS-2020-06"
}

resource "aws_transfer_connector" "bad_access_log__omitted" {
  access_role = "arn:aws:iam::111122223333:role/transfer"
  url         = "sftp://example.com"
}

resource "aws_transfer_connector" "ok_access_log" {
  access_role  = "arn:aws:iam::111122223333:role/transfer"
  logging_role = "arn:aws:iam::111122223333:role/log"
  url          = "sftp://example.com"
}

resource "aws_storagegateway_gateway" "bad_transit__omitted" {
  activation_key   = "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE"
  gateway_name     = "plain"
  gateway_timezone = "GMT"
  gateway_type     = "FILE_S3"
}

resource "aws_storagegateway_gateway" "ok_transit" {
  activation_key        = "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE"
  gateway_name          = "records"
  gateway_timezone      = "GMT"
  gateway_type          = "FILE_S3"
  smb_security_strategy = "MandatoryEncryption"
}

resource "aws_storagegateway_nfs_file_share" "bad_encryption_key__omitted" {
  client_list  = ["10.0.0.0/16"]
  gateway_arn  = "arn:aws:storagegateway:us-east-1:111122223333:gateway/sgw-01234567"
  location_arn = "arn:aws:s3:::records"
  role_arn     = "arn:aws:iam::111122223333:role/gateway"
}

resource "aws_storagegateway_nfs_file_share" "ok_encryption_key" {
  client_list   = ["10.0.0.0/16"]
  gateway_arn   = "arn:aws:storagegateway:us-east-1:111122223333:gateway/sgw-01234567"
  location_arn  = "arn:aws:s3:::records"
  role_arn      = "arn:aws:iam::111122223333:role/gateway"
  kms_encrypted = true
  kms_key_arn   = aws_kms_key.key.arn
}

resource "aws_storagegateway_smb_file_share" "bad_encryption_key__authorization__access_log" {
  authentication = "GuestAccess"
  gateway_arn    = "arn:aws:storagegateway:us-east-1:111122223333:gateway/sgw-01234567"
  location_arn   = "arn:aws:s3:::records"
  role_arn       = "arn:aws:iam::111122223333:role/gateway"
}

resource "aws_storagegateway_smb_file_share" "ok_encryption_key__authorization__access_log" {
  gateway_arn           = "arn:aws:storagegateway:us-east-1:111122223333:gateway/sgw-01234567"
  location_arn          = "arn:aws:s3:::records"
  role_arn              = "arn:aws:iam::111122223333:role/gateway"
  kms_encrypted         = true
  kms_key_arn           = aws_kms_key.key.arn
  audit_destination_arn = "arn:aws:logs:us-east-1:111122223333:log-group:shares"
}

resource "aws_storagegateway_cached_iscsi_volume" "bad_encryption_key__omitted" {
  gateway_arn          = "arn:aws:storagegateway:us-east-1:111122223333:gateway/sgw-01234567"
  network_interface_id = "10.0.0.4"
  target_name          = "plain"
  volume_size_in_bytes = 5368709120
}

resource "aws_storagegateway_cached_iscsi_volume" "ok_encryption_key" {
  gateway_arn          = "arn:aws:storagegateway:us-east-1:111122223333:gateway/sgw-01234567"
  network_interface_id = "10.0.0.4"
  target_name          = "records"
  volume_size_in_bytes = 5368709120
  kms_encrypted        = true
  kms_key              = aws_kms_key.key.arn
}

resource "aws_storagegateway_tape_pool" "bad_vault_lock__omitted" {
  pool_name     = "plain"
  storage_class = "GLACIER"
}

resource "aws_storagegateway_tape_pool" "ok_vault_lock" {
  pool_name                   = "locked"
  storage_class               = "GLACIER"
  retention_lock_type         = "COMPLIANCE"
  retention_lock_time_in_days = 365
}

resource "aws_datasync_location_hdfs" "ok_transit__authorization" {
  agent_arns          = ["arn:aws:datasync:us-east-1:111122223333:agent/agent-0123456789abcdef0"]
  authentication_type = "KERBEROS"
  kerberos_keytab     = "keytab"
  kerberos_krb5_conf  = "conf"
  kerberos_principal  = "reader@EXAMPLE.COM"
  name_node {
    hostname = "name.example.com"
    port     = 8020
  }
}

resource "aws_datasync_location_azure_blob" "bad_plain_secret" {
  agent_arns          = ["arn:aws:datasync:us-east-1:111122223333:agent/agent-0123456789abcdef0"]
  authentication_type = "SAS"
  container_url       = "https://example.com/records"
  sas_configuration {
    token = "sp=r&st=2026-01-01T00:00:00Z&se=2026-02-01T00:00:00Z&spr=https&sv=2022-11-02&sr=c&sig=bm90IGEgcmVhbCBzaWduYXR1cmUgYXQgYWxs"
  }
}

resource "aws_storagegateway_stored_iscsi_volume" "bad_encryption_key__omitted" {
  gateway_arn            = "arn:aws:storagegateway:us-east-1:111122223333:gateway/sgw-01234567"
  network_interface_id   = "10.0.0.4"
  target_name            = "plain"
  disk_id                = "disk"
  preserve_existing_data = false
}

resource "aws_storagegateway_stored_iscsi_volume" "ok_encryption_key" {
  gateway_arn            = "arn:aws:storagegateway:us-east-1:111122223333:gateway/sgw-01234567"
  network_interface_id   = "10.0.0.4"
  target_name            = "records"
  disk_id                = "disk"
  preserve_existing_data = false
  kms_encrypted          = true
  kms_key                = aws_kms_key.key.arn
}

resource "aws_storagegateway_file_system_association" "bad_access_log__omitted" {
  gateway_arn  = "arn:aws:storagegateway:us-east-1:111122223333:gateway/sgw-01234567"
  location_arn = "arn:aws:fsx:us-east-1:111122223333:file-system/fs-0123456789abcdef0"
  username     = "reader"
  password     = "not-a-real-one"
}

resource "aws_storagegateway_file_system_association" "ok_access_log" {
  gateway_arn           = "arn:aws:storagegateway:us-east-1:111122223333:gateway/sgw-01234567"
  location_arn          = "arn:aws:fsx:us-east-1:111122223333:file-system/fs-0123456789abcdef0"
  username              = "reader"
  password              = "not-a-real-one"
  audit_destination_arn = "arn:aws:logs:us-east-1:111122223333:log-group:files"
}

resource "aws_datasync_location_azure_blob" "ok_plain_secret" {
  agent_arns          = ["arn:aws:datasync:us-east-1:111122223333:agent/agent-0123456789abcdef0"]
  authentication_type = "SAS"
  container_url       = "https://example.com/letters"
}

variable "password" {
  default   = "given-from-outside"
  sensitive = true
}

resource "aws_dms_endpoint" "ok_plain_secret" {
  endpoint_id   = "secret"
  endpoint_type = "source"
  engine_name   = "postgres"
  server_name   = "records.example.com"
  port          = 5432
  username      = "reader"
  password      = var.password
  database_name = "records"
}

resource "aws_dms_endpoint" "bad_plain_secret" {
  endpoint_id   = "secret"
  endpoint_type = "source"
  engine_name   = "postgres"
  server_name   = "records.example.com"
  port          = 5432
  username      = "reader"
  password      = "not-a-real-one"
  database_name = "records"
}

resource "aws_dms_endpoint" "ok_plain_secret__redis" {
  endpoint_id   = "cache"
  endpoint_type = "target"
  engine_name   = "redis"
  redis_settings {
    auth_type     = "auth-token"
    auth_password = var.password
    port          = 6379
    server_name   = "cache.example.com"
  }
}

resource "aws_dms_endpoint" "bad_plain_secret__redis" {
  endpoint_id   = "cache"
  endpoint_type = "target"
  engine_name   = "redis"
  redis_settings {
    auth_type     = "auth-token"
    auth_password = "not-a-real-one"
    port          = 6379
    server_name   = "cache.example.com"
  }
}

resource "aws_dms_endpoint" "ok_plain_secret__kafka" {
  endpoint_id   = "stream"
  endpoint_type = "target"
  engine_name   = "kafka"
  kafka_settings {
    broker            = "b-1.example.com:9096"
    security_protocol = "sasl-ssl"
    sasl_username     = "writer"
    sasl_password     = var.password
  }
}

resource "aws_dms_endpoint" "bad_plain_secret__kafka" {
  endpoint_id   = "stream"
  endpoint_type = "target"
  engine_name   = "kafka"
  kafka_settings {
    broker            = "b-1.example.com:9096"
    security_protocol = "sasl-ssl"
    sasl_username     = "writer"
    sasl_password     = "not-a-real-one"
  }
}
