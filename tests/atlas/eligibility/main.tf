# Whether AWS lists a service as HIPAA eligible; see tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_sqs_queue" "ok_eligibility" {
  name = "listed"
}

resource "aws_lightsail_disk" "bad_eligibility" {
  name              = "absent"
  size_in_gb        = 8
  availability_zone = "us-east-1a"
}

resource "aws_lightsail_database" "bad_eligibility" {
  relational_database_name = "absent"
  availability_zone        = "us-east-1a"
  master_database_name     = "records"
  master_username          = "clerk"
  master_password          = "not-a-password"
  blueprint_id             = "mysql_8_0"
  bundle_id                = "micro_1_0"
}

# The list names the engine Redis, and no Memcached.
resource "aws_elasticache_cluster" "ok_eligibility" {
  cluster_id      = "listed"
  engine          = "redis"
  node_type       = "cache.t4g.micro"
  num_cache_nodes = 1
}

resource "aws_elasticache_cluster" "bad_eligibility" {
  cluster_id      = "absent"
  engine          = "memcached"
  node_type       = "cache.t4g.micro"
  num_cache_nodes = 1
}
