# Facts of Amazon ElastiCache and MemoryDB.
# See tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_kms_key" "key" {}

resource "aws_elasticache_replication_group" "bad_encryption__encryption_key__transit__authorization__audit_log__statement_log__backup__final_snapshot__omitted" {
  replication_group_id = "plain"
  description          = "plain"
  node_type            = "cache.t4g.small"
}

resource "aws_elasticache_replication_group" "ok_encryption__encryption_key__transit__authorization__audit_log__statement_log__backup__final_snapshot" {
  replication_group_id       = "records"
  description                = "records"
  node_type                  = "cache.t4g.small"
  at_rest_encryption_enabled = true
  kms_key_id                 = aws_kms_key.key.arn
  transit_encryption_enabled = true
  user_group_ids             = ["readers"]
  snapshot_retention_limit   = 35
  final_snapshot_identifier  = "records-final"
  log_delivery_configuration {
    destination      = "engine"
    destination_type = "cloudwatch-logs"
    log_format       = "json"
    log_type         = "engine-log"
  }
  log_delivery_configuration {
    destination      = "slow"
    destination_type = "cloudwatch-logs"
    log_format       = "json"
    log_type         = "slow-log"
  }
}

resource "aws_elasticache_replication_group" "bad_encryption_key__transit__preferred" {
  replication_group_id       = "preferred"
  description                = "preferred"
  node_type                  = "cache.t4g.small"
  at_rest_encryption_enabled = true
  transit_encryption_enabled = true
  transit_encryption_mode    = "preferred"
}

resource "aws_elasticache_replication_group" "ok_encryption__valkey" {
  replication_group_id = "valkey"
  description          = "valkey"
  engine               = "valkey"
  node_type            = "cache.t4g.small"
}

resource "aws_elasticache_replication_group" "bad_encryption__encryption_key__valkey" {
  replication_group_id       = "valkey-plain"
  description                = "valkey"
  engine                     = "valkey"
  node_type                  = "cache.t4g.small"
  at_rest_encryption_enabled = false
}

resource "aws_elasticache_cluster" "bad_encryption__transit__backup__omitted" {
  cluster_id      = "single"
  engine          = "redis"
  node_type       = "cache.t4g.small"
  num_cache_nodes = 1
}

resource "aws_elasticache_cluster" "ok_backup" {
  cluster_id               = "kept"
  engine                   = "redis"
  node_type                = "cache.t4g.small"
  num_cache_nodes          = 1
  snapshot_retention_limit = 35
}

resource "aws_elasticache_cluster" "ok_encryption__transit__member" {
  cluster_id           = "member"
  replication_group_id = aws_elasticache_replication_group.ok_encryption__encryption_key__transit__authorization__audit_log__statement_log__backup__final_snapshot.id
}

resource "aws_elasticache_cluster" "ok_transit__memcached" {
  cluster_id                 = "memcached"
  engine                     = "memcached"
  node_type                  = "cache.t4g.small"
  num_cache_nodes            = 1
  transit_encryption_enabled = true
}

resource "aws_elasticache_serverless_cache" "bad_encryption_key__authorization__backup__omitted" {
  engine = "valkey"
  name   = "plain"
}

resource "aws_elasticache_serverless_cache" "ok_encryption_key__authorization__backup" {
  engine                   = "valkey"
  name                     = "records"
  kms_key_id               = aws_kms_key.key.arn
  user_group_id            = "readers"
  snapshot_retention_limit = 35
}

resource "aws_elasticache_user" "bad_authorization" {
  user_id              = "anybody"
  user_name            = "anybody"
  access_string        = "on ~* +@read"
  engine               = "redis"
  no_password_required = true
}

resource "aws_elasticache_user" "ok_authorization" {
  user_id       = "reader"
  user_name     = "reader"
  access_string = "on ~* +@read"
  engine        = "redis"
  authentication_mode {
    type = "iam"
  }
}

resource "aws_memorydb_cluster" "bad_encryption_key__transit__authorization__backup__final_snapshot" {
  acl_name    = "open-access"
  node_type   = "db.t4g.small"
  tls_enabled = false
}

resource "aws_memorydb_cluster" "ok_encryption_key__transit__authorization__backup__final_snapshot" {
  acl_name                 = "readers"
  node_type                = "db.t4g.small"
  kms_key_arn              = aws_kms_key.key.arn
  snapshot_retention_limit = 35
  final_snapshot_name      = "records-final"
}

resource "aws_memorydb_multi_region_cluster" "bad_transit" {
  multi_region_cluster_name_suffix = "plain"
  node_type                        = "db.r7g.large"
  tls_enabled                      = false
}

resource "aws_memorydb_multi_region_cluster" "ok_transit__omitted" {
  multi_region_cluster_name_suffix = "records"
  node_type                        = "db.r7g.large"
}

resource "aws_memorydb_snapshot" "bad_encryption_key__omitted" {
  cluster_name = "plain"
}

resource "aws_memorydb_snapshot" "ok_encryption_key" {
  cluster_name = "records"
  kms_key_arn  = aws_kms_key.key.arn
}

variable "password" {
  default   = "given-from-outside"
  sensitive = true
}

resource "aws_elasticache_replication_group" "ok_plain_secret" {
  replication_group_id       = "secret"
  description                = "sessions"
  node_type                  = "cache.t4g.small"
  transit_encryption_enabled = true
  auth_token                 = var.password
}

resource "aws_elasticache_replication_group" "bad_plain_secret" {
  replication_group_id       = "secret"
  description                = "sessions"
  node_type                  = "cache.t4g.small"
  transit_encryption_enabled = true
  auth_token                 = "not-a-real-one-at-all"
}

resource "aws_elasticache_user" "ok_plain_secret" {
  user_id       = "writer"
  user_name     = "writer"
  access_string = "on ~* +@write"
  engine        = "redis"
  passwords     = [var.password]
}

resource "aws_elasticache_user" "bad_plain_secret" {
  user_id       = "writer"
  user_name     = "writer"
  access_string = "on ~* +@write"
  engine        = "redis"
  passwords     = ["not-a-real-one-at-all"]
}

resource "aws_elasticache_user" "ok_plain_secret__mode" {
  user_id       = "keeper"
  user_name     = "keeper"
  access_string = "on ~* +@all"
  engine        = "redis"
  authentication_mode {
    type      = "password"
    passwords = [var.password]
  }
}

resource "aws_elasticache_user" "bad_plain_secret__mode" {
  user_id       = "keeper"
  user_name     = "keeper"
  access_string = "on ~* +@all"
  engine        = "redis"
  authentication_mode {
    type      = "password"
    passwords = ["not-a-real-one-at-all"]
  }
}

resource "aws_memorydb_user" "ok_plain_secret" {
  user_name     = "keeper"
  access_string = "on ~* &* +@all"
  authentication_mode {
    type      = "password"
    passwords = [var.password]
  }
}

resource "aws_memorydb_user" "bad_plain_secret" {
  user_name     = "keeper"
  access_string = "on ~* &* +@all"
  authentication_mode {
    type      = "password"
    passwords = ["not-a-real-one-at-all"]
  }
}
