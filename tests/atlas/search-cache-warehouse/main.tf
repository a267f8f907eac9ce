# Facts that search domains, caches, warehouses, brokers and streams share: who gets in, what takes over, what is patched.
# See tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

variable "password" {
  default   = "Given-from-outside-1"
  sensitive = true
}

resource "aws_opensearch_domain" "ok_zones__quorum__minor_upgrades" {
  domain_name = "spread"
  cluster_config {
    instance_count           = 3
    zone_awareness_enabled   = true
    dedicated_master_enabled = true
    dedicated_master_count   = 3
    zone_awareness_config {
      availability_zone_count = 3
    }
  }
  software_update_options {
    auto_software_update_enabled = true
  }
}

resource "aws_opensearch_domain" "bad_zones__quorum__minor_upgrades__omitted" {
  domain_name = "alone"
}

resource "aws_opensearch_domain" "bad_zones__quorum__minor_upgrades__switched_off" {
  domain_name = "pair"
  cluster_config {
    instance_count           = 2
    zone_awareness_enabled   = true
    dedicated_master_enabled = true
    dedicated_master_count   = 2
  }
  software_update_options {
    auto_software_update_enabled = false
  }
}

resource "aws_opensearch_domain" "ok_internal_users__authorization" {
  domain_name = "directory"
  advanced_security_options {
    enabled                        = true
    internal_user_database_enabled = false
    master_user_options {
      master_user_arn = "arn:aws:iam::111122223333:role/search-administrator"
    }
  }
}

resource "aws_opensearch_domain" "bad_internal_users" {
  domain_name = "passwords"
  advanced_security_options {
    enabled                        = true
    internal_user_database_enabled = true
    master_user_options {
      master_user_name     = "keeper"
      master_user_password = var.password
    }
  }
}

resource "aws_opensearch_domain" "bad_authorization__anonymous" {
  domain_name = "anonymous"
  advanced_security_options {
    enabled                = true
    anonymous_auth_enabled = true
    master_user_options {
      master_user_arn = "arn:aws:iam::111122223333:role/search-administrator"
    }
  }
}

resource "aws_opensearch_domain" "ok_zones__standby" {
  domain_name = "standby"
  cluster_config {
    multi_az_with_standby_enabled = true
  }
}

resource "aws_opensearch_domain" "bad_audit_log__without_application" {
  domain_name = "audit"
  log_publishing_options {
    cloudwatch_log_group_arn = "arn:aws:logs:us-east-1:111122223333:log-group:audit"
    log_type                 = "AUDIT_LOGS"
  }
}

resource "aws_elasticsearch_domain" "ok_zones__quorum" {
  domain_name = "spread"
  cluster_config {
    instance_count           = 3
    zone_awareness_enabled   = true
    dedicated_master_enabled = true
    dedicated_master_count   = 3
    zone_awareness_config {
      availability_zone_count = 3
    }
  }
}

resource "aws_elasticsearch_domain" "bad_zones__quorum__omitted" {
  domain_name = "alone"
}

resource "aws_elasticsearch_domain" "bad_zones__quorum__switched_off" {
  domain_name = "pair"
  cluster_config {
    instance_count           = 2
    zone_awareness_enabled   = true
    dedicated_master_enabled = true
    dedicated_master_count   = 2
  }
}

resource "aws_elasticsearch_domain" "ok_internal_users__authorization" {
  domain_name = "directory"
  advanced_security_options {
    enabled                        = true
    internal_user_database_enabled = false
    master_user_options {
      master_user_arn = "arn:aws:iam::111122223333:role/search-administrator"
    }
  }
}

resource "aws_elasticsearch_domain" "bad_internal_users" {
  domain_name = "passwords"
  advanced_security_options {
    enabled                        = true
    internal_user_database_enabled = true
    master_user_options {
      master_user_name     = "keeper"
      master_user_password = var.password
    }
  }
}

resource "aws_elasticsearch_domain" "bad_audit_log__without_application" {
  domain_name = "audit"
  log_publishing_options {
    cloudwatch_log_group_arn = "arn:aws:logs:us-east-1:111122223333:log-group:audit"
    log_type                 = "AUDIT_LOGS"
  }
}

resource "aws_elasticache_replication_group" "ok_zones__minor_upgrades" {
  replication_group_id       = "spread"
  description                = "spread"
  node_type                  = "cache.t4g.small"
  num_cache_clusters         = 2
  multi_az_enabled           = true
  automatic_failover_enabled = true
}

resource "aws_elasticache_replication_group" "bad_zones__minor_upgrades" {
  replication_group_id       = "alone"
  description                = "alone"
  node_type                  = "cache.t4g.small"
  auto_minor_version_upgrade = false
}

resource "aws_elasticache_replication_group" "bad_zones__without_zones" {
  replication_group_id       = "failover"
  description                = "failover"
  node_type                  = "cache.t4g.small"
  num_cache_clusters         = 2
  automatic_failover_enabled = true
}

resource "aws_elasticache_cluster" "ok_zones__member" {
  cluster_id           = "member"
  replication_group_id = aws_elasticache_replication_group.ok_zones__minor_upgrades.id
}

resource "aws_elasticache_cluster" "bad_zones__minor_upgrades__single" {
  cluster_id                 = "single"
  engine                     = "redis"
  node_type                  = "cache.t4g.small"
  num_cache_nodes            = 1
  auto_minor_version_upgrade = false
}

resource "aws_elasticache_cluster" "ok_zones__minor_upgrades__memcached" {
  cluster_id      = "spread"
  engine          = "memcached"
  node_type       = "cache.t4g.small"
  num_cache_nodes = 2
  az_mode         = "cross-az"
}

resource "aws_elasticache_cluster" "bad_zones__memcached__omitted" {
  cluster_id      = "memcached"
  engine          = "memcached"
  node_type       = "cache.t4g.small"
  num_cache_nodes = 2
}

resource "aws_elasticache_user" "ok_iam_authentication" {
  user_id       = "token"
  user_name     = "token"
  access_string = "on ~* +@read"
  engine        = "redis"
  authentication_mode {
    type = "iam"
  }
}

resource "aws_elasticache_user" "bad_iam_authentication" {
  user_id       = "password"
  user_name     = "password"
  access_string = "on ~* +@read"
  engine        = "redis"
  authentication_mode {
    type      = "password"
    passwords = [var.password]
  }
}

resource "aws_memorydb_user" "ok_iam_authentication" {
  user_name     = "token"
  access_string = "on ~* &* +@read"
  authentication_mode {
    type = "iam"
  }
}

resource "aws_memorydb_user" "bad_iam_authentication" {
  user_name     = "password"
  access_string = "on ~* &* +@read"
  authentication_mode {
    type      = "password"
    passwords = [var.password]
  }
}

resource "aws_memorydb_cluster" "ok_minor_upgrades__omitted" {
  acl_name  = "readers"
  node_type = "db.t4g.small"
}

resource "aws_memorydb_cluster" "bad_minor_upgrades" {
  acl_name                   = "readers"
  node_type                  = "db.t4g.small"
  auto_minor_version_upgrade = false
}

resource "aws_dax_cluster" "ok_zones" {
  cluster_name       = "ok-zones"
  iam_role_arn       = "arn:aws:iam::111122223333:role/dax"
  node_type          = "dax.r5.large"
  replication_factor = 3
}

resource "aws_dax_cluster" "bad_zones" {
  cluster_name       = "bad-zones"
  iam_role_arn       = "arn:aws:iam::111122223333:role/dax"
  node_type          = "dax.r5.large"
  replication_factor = 1
}

resource "aws_redshift_cluster" "ok_managed_password__admin_name__vpc_routing__zones__minor_upgrades" {
  cluster_identifier     = "right"
  node_type              = "ra3.large"
  number_of_nodes        = 2
  database_name          = "records"
  master_username        = "keeper"
  manage_master_password = true
  enhanced_vpc_routing   = true
  multi_az               = true
  skip_final_snapshot    = true
}

resource "aws_redshift_cluster" "bad_managed_password__admin_name__vpc_routing__zones__minor_upgrades" {
  cluster_identifier    = "wrong"
  node_type             = "ra3.large"
  master_username       = "awsuser"
  master_password       = var.password
  enhanced_vpc_routing  = false
  allow_version_upgrade = false
  skip_final_snapshot   = true
}

resource "aws_redshift_cluster" "bad_vpc_routing__admin_name__encryption_key__database" {
  cluster_identifier     = "dev"
  node_type              = "ra3.large"
  database_name          = "dev"
  master_username        = "keeper"
  manage_master_password = true
  encrypted              = true
  kms_key_id             = aws_kms_key.key.arn
  skip_final_snapshot    = true
}

resource "aws_redshift_cluster" "ok_encryption_key__both" {
  cluster_identifier                = "keys"
  node_type                         = "ra3.large"
  master_username                   = "keeper"
  manage_master_password            = true
  master_password_secret_kms_key_id = aws_kms_key.key.arn
  encrypted                         = true
  kms_key_id                        = aws_kms_key.key.arn
  skip_final_snapshot               = true
}

resource "aws_redshift_cluster" "ok_managed_password__write_only" {
  cluster_identifier         = "unstored"
  node_type                  = "ra3.large"
  master_username            = "keeper"
  master_password_wo         = var.password
  master_password_wo_version = 1
  skip_final_snapshot        = true
}

resource "aws_redshift_cluster" "bad_managed_password__none" {
  cluster_identifier  = "nobody"
  node_type           = "ra3.large"
  master_username     = "keeper"
  skip_final_snapshot = true
}

resource "aws_kms_key" "key" {
  enable_key_rotation = true
}

resource "aws_redshift_snapshot_copy" "ok_backup__omitted" {
  cluster_identifier = "right"
  destination_region = "us-west-2"
}

resource "aws_redshiftserverless_namespace" "ok_managed_password__admin_name" {
  namespace_name        = "right"
  admin_username        = "keeper"
  db_name               = "records"
  manage_admin_password = true
}

resource "aws_redshiftserverless_namespace" "bad_managed_password__admin_name" {
  namespace_name      = "wrong"
  admin_username      = "admin"
  db_name             = "dev"
  admin_user_password = var.password
}

resource "aws_redshiftserverless_namespace" "ok_managed_password__write_only" {
  namespace_name                 = "unstored"
  admin_username                 = "keeper"
  admin_user_password_wo         = var.password
  admin_user_password_wo_version = 1
}

resource "aws_redshiftserverless_workgroup" "ok_vpc_routing" {
  namespace_name       = "right"
  workgroup_name       = "right"
  enhanced_vpc_routing = true
}

resource "aws_redshiftserverless_workgroup" "bad_vpc_routing__omitted" {
  namespace_name = "wrong"
  workgroup_name = "wrong"
}

resource "aws_mq_broker" "ok_zones__minor_upgrades" {
  broker_name                = "standby"
  engine_type                = "ActiveMQ"
  engine_version             = "5.18"
  host_instance_type         = "mq.m5.large"
  deployment_mode            = "ACTIVE_STANDBY_MULTI_AZ"
  auto_minor_version_upgrade = true
  subnet_ids                 = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  user {
    username = "writer"
    password = var.password
  }
}

resource "aws_mq_broker" "bad_zones__minor_upgrades__omitted" {
  broker_name        = "single"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  host_instance_type = "mq.m5.large"
  user {
    username = "writer"
    password = var.password
  }
}

resource "aws_msk_cluster" "ok_authorization__certificates" {
  cluster_name           = "certificates"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 2
  broker_node_group_info {
    client_subnets  = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
    instance_type   = "kafka.m7g.large"
    security_groups = ["sg-0123456789abcdef0"]
  }
  client_authentication {
    tls {
      certificate_authority_arns = ["arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/1234abcd-12ab-34cd-56ef-1234567890ab"]
    }
  }
}

resource "aws_emr_security_configuration" "ok_authorization" {
  name = "kerberos"
  configuration = jsonencode({
    AuthenticationConfiguration = { KerberosConfiguration = { Provider = "ClusterDedicatedKdc", ClusterDedicatedKdcConfiguration = { TicketLifetimeInHours = 24 } } }
  })
}

resource "aws_emr_security_configuration" "ok_authorization__identity_center" {
  name = "identity-center"
  configuration = jsonencode({
    AuthenticationConfiguration = { IdentityCenterConfiguration = { EnableIdentityCenter = true, IAMRoleForEMRIdentityCenterARN = "arn:aws:iam::111122223333:role/emr" } }
  })
}

resource "aws_emr_security_configuration" "bad_authorization__omitted" {
  name          = "nobody"
  configuration = jsonencode({ EncryptionConfiguration = { EnableAtRestEncryption = false, EnableInTransitEncryption = false } })
}

resource "aws_emr_cluster" "ok_authorization" {
  name                   = "kerberos"
  release_label          = "emr-7.5.0"
  service_role           = "arn:aws:iam::111122223333:role/emr"
  security_configuration = aws_emr_security_configuration.ok_authorization.name
  master_instance_group {
    instance_type = "m5.xlarge"
  }
}

resource "aws_emr_cluster" "bad_authorization__omitted" {
  name          = "nobody"
  release_label = "emr-7.5.0"
  service_role  = "arn:aws:iam::111122223333:role/emr"
  master_instance_group {
    instance_type = "m5.xlarge"
  }
}

resource "aws_emr_cluster" "bad_authorization__configured" {
  name                   = "configured"
  release_label          = "emr-7.5.0"
  service_role           = "arn:aws:iam::111122223333:role/emr"
  security_configuration = aws_emr_security_configuration.bad_authorization__omitted.name
  master_instance_group {
    instance_type = "m5.xlarge"
  }
}

resource "aws_kinesis_stream" "ok_stream_retention" {
  name             = "kept"
  retention_period = 168
  shard_count      = 1
}

resource "aws_kinesis_stream" "bad_encryption__forgotten" {
  name        = "forgotten"
  shard_count = 1
}

resource "aws_opensearch_domain" "ok_engine_support" {
  domain_name    = "new"
  engine_version = "OpenSearch_2.19"
}

resource "aws_opensearch_domain" "bad_engine_support" {
  domain_name    = "old"
  engine_version = "OpenSearch_2.7"
}

resource "aws_elasticsearch_domain" "ok_engine_support" {
  domain_name           = "new"
  elasticsearch_version = "7.10"
}

resource "aws_elasticsearch_domain" "bad_engine_support" {
  domain_name           = "old"
  elasticsearch_version = "5.3"
}

resource "aws_elasticache_cluster" "ok_engine_support" {
  cluster_id      = "ok-version"
  engine          = "redis"
  engine_version  = "7.1"
  node_type       = "cache.t4g.small"
  num_cache_nodes = 1
}

resource "aws_elasticache_replication_group" "ok_engine_support" {
  replication_group_id = "ok-version"
  description          = "version"
  engine               = "redis"
  engine_version       = "7.1"
  node_type            = "cache.t4g.small"
}

resource "aws_elasticache_cluster" "bad_engine_support" {
  cluster_id      = "bad-version"
  engine          = "redis"
  engine_version  = "5.0.6"
  node_type       = "cache.t4g.small"
  num_cache_nodes = 1
}

resource "aws_elasticache_replication_group" "bad_engine_support" {
  replication_group_id = "bad-version"
  description          = "version"
  engine               = "redis"
  engine_version       = "5.0.6"
  node_type            = "cache.t4g.small"
}

resource "aws_msk_cluster" "ok_engine_support" {
  cluster_name           = "ok-version"
  kafka_version          = "3.9.x"
  number_of_broker_nodes = 2
  broker_node_group_info {
    client_subnets  = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
    instance_type   = "kafka.m7g.large"
    security_groups = ["sg-0123456789abcdef0"]
  }
}

resource "aws_msk_cluster" "bad_engine_support" {
  cluster_name           = "bad-version"
  kafka_version          = "2.8.1"
  number_of_broker_nodes = 2
  broker_node_group_info {
    client_subnets  = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
    instance_type   = "kafka.m7g.large"
    security_groups = ["sg-0123456789abcdef0"]
  }
}

resource "aws_mq_broker" "ok_engine_support" {
  broker_name        = "ok-version"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  host_instance_type = "mq.m5.large"
  user {
    username = "writer"
    password = var.password
  }
}

resource "aws_mq_configuration" "ok_engine_support" {
  name           = "ok-version"
  engine_type    = "ActiveMQ"
  engine_version = "5.18"
  data           = "<broker/>"
}

resource "aws_mq_broker" "bad_engine_support" {
  broker_name        = "bad-version"
  engine_type        = "ActiveMQ"
  engine_version     = "5.16.7"
  host_instance_type = "mq.m5.large"
  user {
    username = "writer"
    password = var.password
  }
}

resource "aws_mq_configuration" "bad_engine_support" {
  name           = "bad-version"
  engine_type    = "ActiveMQ"
  engine_version = "5.16.7"
  data           = "<broker/>"
}

resource "aws_mq_broker" "bad_engine_support__rabbit" {
  broker_name        = "rabbit"
  engine_type        = "RabbitMQ"
  engine_version     = "3.11.20"
  host_instance_type = "mq.m5.large"
  user {
    username = "writer"
    password = var.password
  }
}

resource "aws_glue_job" "ok_engine_support" {
  name         = "ok-version"
  glue_version = "4.0"
  role_arn     = "arn:aws:iam::111122223333:role/glue"
  command {
    script_location = "s3://scripts/job.py"
  }
}

resource "aws_glue_job" "bad_engine_support" {
  name         = "bad-version"
  glue_version = "2.0"
  role_arn     = "arn:aws:iam::111122223333:role/glue"
  command {
    script_location = "s3://scripts/job.py"
  }
}
