# What lies in public and in private subnets; see tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}
resource "aws_nat_gateway" "main" {
  connectivity_type = "private"
  subnet_id         = aws_subnet.private["a"].id
}

# Named one by one, with routes inside their table.
resource "aws_subnet" "public" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.0.0/24"
}
resource "aws_route_table" "public" {
  vpc_id = aws_vpc.main.id
  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.main.id
  }
}
resource "aws_route_table_association" "public" {
  subnet_id      = aws_subnet.public.id
  route_table_id = aws_route_table.public.id
}

# Made in a loop, with routes of their own.
resource "aws_subnet" "private" {
  for_each   = { a = "10.0.1.0/24", b = "10.0.2.0/24" }
  vpc_id     = aws_vpc.main.id
  cidr_block = each.value
}
resource "aws_route_table" "private" {
  vpc_id = aws_vpc.main.id
}
resource "aws_route" "private" {
  route_table_id         = aws_route_table.private.id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.main.id
}
resource "aws_route_table_association" "private" {
  for_each       = aws_subnet.private
  subnet_id      = each.value.id
  route_table_id = aws_route_table.private.id
}

# Counted, as modules do it.
resource "aws_subnet" "counted" {
  count      = 2
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.${count.index + 10}.0/24"
}
resource "aws_route_table" "counted" {
  count  = 1
  vpc_id = aws_vpc.main.id
}
resource "aws_route" "counted" {
  count                  = 1
  route_table_id         = aws_route_table.counted[0].id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.main.id
}
resource "aws_route_table_association" "counted" {
  count          = 2
  subnet_id      = element(aws_subnet.counted[*].id, count.index)
  route_table_id = element(aws_route_table.counted[*].id, count.index)
}

# Without a table of their own: the main one of the VPC holds.
resource "aws_vpc" "open" {
  cidr_block = "10.1.0.0/16"
}
resource "aws_internet_gateway" "open" {
  vpc_id = aws_vpc.open.id
}
resource "aws_default_route_table" "open" {
  default_route_table_id = aws_vpc.open.default_route_table_id
  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.open.id
  }
}
resource "aws_subnet" "main_table" {
  vpc_id     = aws_vpc.open.id
  cidr_block = "10.1.0.0/24"
}
resource "aws_vpc" "routed" {
  cidr_block = "10.2.0.0/16"
}
resource "aws_internet_gateway" "routed" {
  vpc_id = aws_vpc.routed.id
}
resource "aws_route" "routed" {
  route_table_id         = aws_vpc.routed.main_route_table_id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.routed.id
}
resource "aws_subnet" "routed" {
  vpc_id     = aws_vpc.routed.id
  cidr_block = "10.2.0.0/24"
}
resource "aws_vpc" "swapped" {
  cidr_block = "10.3.0.0/16"
}
resource "aws_main_route_table_association" "swapped" {
  vpc_id         = aws_vpc.swapped.id
  route_table_id = aws_route_table.public.id
}
resource "aws_subnet" "swapped" {
  vpc_id     = aws_vpc.swapped.id
  cidr_block = "10.3.0.0/24"
}
resource "aws_subnet" "untouched" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.20.0/24"
}
resource "aws_subnet" "mapping" {
  vpc_id                  = aws_vpc.main.id
  cidr_block              = "10.0.21.0/24"
  map_public_ip_on_launch = true
}
resource "aws_default_subnet" "standard" {
  availability_zone = "us-east-1a"
}
resource "aws_default_subnet" "quiet" {
  availability_zone       = "us-east-1b"
  map_public_ip_on_launch = false
}
# Gateways that let nobody in.
resource "aws_egress_only_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}
resource "aws_vpn_gateway" "main" {
  vpc_id = aws_vpc.main.id
}
resource "aws_route_table" "inward" {
  vpc_id = aws_vpc.main.id
  route {
    ipv6_cidr_block        = "::/0"
    egress_only_gateway_id = aws_egress_only_internet_gateway.main.id
  }
  route {
    cidr_block = "192.168.0.0/16"
    gateway_id = aws_vpn_gateway.main.id
  }
}
resource "aws_subnet" "inward" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.22.0/24"
}
resource "aws_route_table_association" "inward" {
  subnet_id      = aws_subnet.inward.id
  route_table_id = aws_route_table.inward.id
}
resource "aws_route_table" "literal" {
  vpc_id = aws_vpc.main.id
  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = "igw-0123456789abcdef0"
  }
}
resource "aws_subnet" "literal" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.23.0/24"
}
resource "aws_route_table_association" "literal" {
  subnet_id      = aws_subnet.literal.id
  route_table_id = aws_route_table.literal.id
}


resource "aws_efs_file_system" "scans" {}

resource "aws_efs_mount_target" "bad_subnet_exposure__inline_route" {
  file_system_id = aws_efs_file_system.scans.id
  subnet_id      = aws_subnet.public.id
}

resource "aws_efs_mount_target" "ok_subnet_exposure__for_each" {
  file_system_id = aws_efs_file_system.scans.id
  subnet_id      = aws_subnet.private["a"].id
}

resource "aws_efs_mount_target" "bad_subnet_exposure__counted" {
  file_system_id = aws_efs_file_system.scans.id
  subnet_id      = aws_subnet.counted[0].id
}

resource "aws_efs_mount_target" "bad_subnet_exposure__main_table" {
  file_system_id = aws_efs_file_system.scans.id
  subnet_id      = aws_subnet.main_table.id
}

resource "aws_efs_mount_target" "bad_subnet_exposure__main_route" {
  file_system_id = aws_efs_file_system.scans.id
  subnet_id      = aws_subnet.routed.id
}

resource "aws_efs_mount_target" "bad_subnet_exposure__swapped_table" {
  file_system_id = aws_efs_file_system.scans.id
  subnet_id      = aws_subnet.swapped.id
}

resource "aws_efs_mount_target" "ok_subnet_exposure__no_table" {
  file_system_id = aws_efs_file_system.scans.id
  subnet_id      = aws_subnet.untouched.id
}

resource "aws_efs_mount_target" "bad_subnet_exposure__mapping" {
  file_system_id = aws_efs_file_system.scans.id
  subnet_id      = aws_subnet.mapping.id
}

resource "aws_efs_mount_target" "bad_subnet_exposure__default_subnet" {
  file_system_id = aws_efs_file_system.scans.id
  subnet_id      = aws_default_subnet.standard.id
}

resource "aws_efs_mount_target" "bad_subnet_exposure__default_network" {
  file_system_id = aws_efs_file_system.scans.id
  subnet_id      = aws_default_subnet.quiet.id
}

resource "aws_efs_mount_target" "ok_subnet_exposure__other_gateways" {
  file_system_id = aws_efs_file_system.scans.id
  subnet_id      = aws_subnet.inward.id
}

resource "aws_efs_mount_target" "bad_subnet_exposure__literal_gateway" {
  file_system_id = aws_efs_file_system.scans.id
  subnet_id      = aws_subnet.literal.id
}

resource "aws_db_subnet_group" "ok" {
  name       = "ok"
  subnet_ids = values(aws_subnet.private)[*].id
}

resource "aws_db_subnet_group" "bad" {
  name       = "bad"
  subnet_ids = concat([aws_subnet.private["a"].id], aws_subnet.counted[*].id)
}

resource "aws_docdb_subnet_group" "ok" {
  name       = "ok"
  subnet_ids = values(aws_subnet.private)[*].id
}

resource "aws_docdb_subnet_group" "bad" {
  name       = "bad"
  subnet_ids = concat([aws_subnet.private["a"].id], aws_subnet.counted[*].id)
}

resource "aws_neptune_subnet_group" "ok" {
  name       = "ok"
  subnet_ids = values(aws_subnet.private)[*].id
}

resource "aws_neptune_subnet_group" "bad" {
  name       = "bad"
  subnet_ids = concat([aws_subnet.private["a"].id], aws_subnet.counted[*].id)
}

resource "aws_elasticache_subnet_group" "ok" {
  name       = "ok"
  subnet_ids = values(aws_subnet.private)[*].id
}

resource "aws_elasticache_subnet_group" "bad" {
  name       = "bad"
  subnet_ids = concat([aws_subnet.private["a"].id], aws_subnet.counted[*].id)
}

resource "aws_memorydb_subnet_group" "ok" {
  name       = "ok"
  subnet_ids = values(aws_subnet.private)[*].id
}

resource "aws_memorydb_subnet_group" "bad" {
  name       = "bad"
  subnet_ids = concat([aws_subnet.private["a"].id], aws_subnet.counted[*].id)
}

resource "aws_redshift_subnet_group" "ok" {
  name       = "ok"
  subnet_ids = values(aws_subnet.private)[*].id
}

resource "aws_redshift_subnet_group" "bad" {
  name       = "bad"
  subnet_ids = concat([aws_subnet.private["a"].id], aws_subnet.counted[*].id)
}

resource "aws_dax_subnet_group" "ok" {
  name       = "ok"
  subnet_ids = values(aws_subnet.private)[*].id
}

resource "aws_dax_subnet_group" "bad" {
  name       = "bad"
  subnet_ids = concat([aws_subnet.private["a"].id], aws_subnet.counted[*].id)
}

resource "aws_dms_replication_subnet_group" "ok" {
  replication_subnet_group_id          = "ok"
  replication_subnet_group_description = "subnets"
  subnet_ids                           = values(aws_subnet.private)[*].id
}

resource "aws_dms_replication_subnet_group" "bad" {
  replication_subnet_group_id          = "bad"
  replication_subnet_group_description = "subnets"
  subnet_ids                           = concat([aws_subnet.private["a"].id], aws_subnet.counted[*].id)
}

resource "aws_db_instance" "ok_subnet_exposure" {
  identifier                  = "ok"
  instance_class              = "db.t4g.micro"
  engine                      = "postgres"
  allocated_storage           = 20
  username                    = "owner"
  manage_master_user_password = true
  skip_final_snapshot         = true
  db_subnet_group_name        = aws_db_subnet_group.ok.name
}

resource "aws_db_instance" "bad_subnet_exposure" {
  identifier                  = "bad"
  instance_class              = "db.t4g.micro"
  engine                      = "postgres"
  allocated_storage           = 20
  username                    = "owner"
  manage_master_user_password = true
  skip_final_snapshot         = true
  db_subnet_group_name        = aws_db_subnet_group.bad.name
}

resource "aws_rds_cluster" "ok_subnet_exposure" {
  cluster_identifier          = "ok"
  engine                      = "aurora-postgresql"
  master_username             = "owner"
  manage_master_user_password = true
  skip_final_snapshot         = true
  db_subnet_group_name        = aws_db_subnet_group.ok.name
}

resource "aws_rds_cluster" "bad_subnet_exposure" {
  cluster_identifier          = "bad"
  engine                      = "aurora-postgresql"
  master_username             = "owner"
  manage_master_user_password = true
  skip_final_snapshot         = true
  db_subnet_group_name        = aws_db_subnet_group.bad.name
}

resource "aws_docdb_cluster" "ok_subnet_exposure" {
  cluster_identifier          = "ok"
  master_username             = "owner"
  manage_master_user_password = true
  skip_final_snapshot         = true
  db_subnet_group_name        = aws_docdb_subnet_group.ok.name
}

resource "aws_docdb_cluster" "bad_subnet_exposure" {
  cluster_identifier          = "bad"
  master_username             = "owner"
  manage_master_user_password = true
  skip_final_snapshot         = true
  db_subnet_group_name        = aws_docdb_subnet_group.bad.name
}

resource "aws_neptune_cluster" "ok_subnet_exposure" {
  cluster_identifier        = "ok"
  skip_final_snapshot       = true
  neptune_subnet_group_name = aws_neptune_subnet_group.ok.name
}

resource "aws_neptune_cluster" "bad_subnet_exposure" {
  cluster_identifier        = "bad"
  skip_final_snapshot       = true
  neptune_subnet_group_name = aws_neptune_subnet_group.bad.name
}

resource "aws_elasticache_cluster" "ok_subnet_exposure" {
  cluster_id        = "ok"
  engine            = "memcached"
  node_type         = "cache.t4g.micro"
  num_cache_nodes   = 1
  subnet_group_name = aws_elasticache_subnet_group.ok.name
}

resource "aws_elasticache_cluster" "bad_subnet_exposure" {
  cluster_id        = "bad"
  engine            = "memcached"
  node_type         = "cache.t4g.micro"
  num_cache_nodes   = 1
  subnet_group_name = aws_elasticache_subnet_group.bad.name
}

resource "aws_elasticache_replication_group" "ok_subnet_exposure" {
  replication_group_id = "ok"
  description          = "sessions"
  node_type            = "cache.t4g.micro"
  subnet_group_name    = aws_elasticache_subnet_group.ok.name
}

resource "aws_elasticache_replication_group" "bad_subnet_exposure" {
  replication_group_id = "bad"
  description          = "sessions"
  node_type            = "cache.t4g.micro"
  subnet_group_name    = aws_elasticache_subnet_group.bad.name
}

resource "aws_memorydb_cluster" "ok_subnet_exposure" {
  name              = "ok"
  acl_name          = "open-access"
  node_type         = "db.t4g.small"
  subnet_group_name = aws_memorydb_subnet_group.ok.name
}

resource "aws_memorydb_cluster" "bad_subnet_exposure" {
  name              = "bad"
  acl_name          = "open-access"
  node_type         = "db.t4g.small"
  subnet_group_name = aws_memorydb_subnet_group.bad.name
}

resource "aws_dax_cluster" "ok_subnet_exposure" {
  cluster_name       = "ok"
  iam_role_arn       = "arn:aws:iam::111122223333:role/dax"
  node_type          = "dax.t3.small"
  replication_factor = 1
  subnet_group_name  = aws_dax_subnet_group.ok.name
}

resource "aws_dax_cluster" "bad_subnet_exposure" {
  cluster_name       = "bad"
  iam_role_arn       = "arn:aws:iam::111122223333:role/dax"
  node_type          = "dax.t3.small"
  replication_factor = 1
  subnet_group_name  = aws_dax_subnet_group.bad.name
}

resource "aws_redshift_cluster" "ok_subnet_exposure" {
  cluster_identifier        = "ok"
  node_type                 = "ra3.large"
  master_username           = "owner"
  manage_master_password    = true
  skip_final_snapshot       = true
  cluster_subnet_group_name = aws_redshift_subnet_group.ok.name
}

resource "aws_redshift_cluster" "bad_subnet_exposure" {
  cluster_identifier        = "bad"
  node_type                 = "ra3.large"
  master_username           = "owner"
  manage_master_password    = true
  skip_final_snapshot       = true
  cluster_subnet_group_name = aws_redshift_subnet_group.bad.name
}

resource "aws_dms_replication_instance" "ok_subnet_exposure" {
  replication_instance_id     = "ok"
  replication_instance_class  = "dms.t3.micro"
  replication_subnet_group_id = aws_dms_replication_subnet_group.ok.id
}

resource "aws_dms_replication_instance" "bad_subnet_exposure" {
  replication_instance_id     = "bad"
  replication_instance_class  = "dms.t3.micro"
  replication_subnet_group_id = aws_dms_replication_subnet_group.bad.id
}

resource "aws_docdbelastic_cluster" "ok_subnet_exposure" {
  name                = "ok"
  admin_user_name     = "owner"
  admin_user_password = "arn:aws:secretsmanager:us-east-1:111122223333:secret:owner"
  auth_type           = "SECRET_ARN"
  shard_capacity      = 2
  shard_count         = 1
  subnet_ids          = values(aws_subnet.private)[*].id
}

resource "aws_docdbelastic_cluster" "bad_subnet_exposure" {
  name                = "bad"
  admin_user_name     = "owner"
  admin_user_password = "arn:aws:secretsmanager:us-east-1:111122223333:secret:owner"
  auth_type           = "SECRET_ARN"
  shard_capacity      = 2
  shard_count         = 1
  subnet_ids          = concat([aws_subnet.private["a"].id], aws_subnet.counted[*].id)
}

resource "aws_elasticache_serverless_cache" "ok_subnet_exposure" {
  name       = "ok"
  engine     = "valkey"
  subnet_ids = values(aws_subnet.private)[*].id
}

resource "aws_elasticache_serverless_cache" "bad_subnet_exposure" {
  name       = "bad"
  engine     = "valkey"
  subnet_ids = concat([aws_subnet.private["a"].id], aws_subnet.counted[*].id)
}

resource "aws_redshiftserverless_workgroup" "ok_subnet_exposure" {
  workgroup_name = "ok"
  namespace_name = "records"
  subnet_ids     = values(aws_subnet.private)[*].id
}

resource "aws_redshiftserverless_workgroup" "bad_subnet_exposure" {
  workgroup_name = "bad"
  namespace_name = "records"
  subnet_ids     = concat([aws_subnet.private["a"].id], aws_subnet.counted[*].id)
}

resource "aws_opensearch_domain" "ok_subnet_exposure" {
  domain_name = "search-ok"
  vpc_options {
    subnet_ids = values(aws_subnet.private)[*].id
  }
}

resource "aws_opensearch_domain" "bad_subnet_exposure" {
  domain_name = "search-bad"
  vpc_options {
    subnet_ids = concat([aws_subnet.private["a"].id], aws_subnet.counted[*].id)
  }
}

resource "aws_elasticsearch_domain" "ok_subnet_exposure" {
  domain_name = "old-ok"
  vpc_options {
    subnet_ids = values(aws_subnet.private)[*].id
  }
}

resource "aws_elasticsearch_domain" "bad_subnet_exposure" {
  domain_name = "old-bad"
  vpc_options {
    subnet_ids = concat([aws_subnet.private["a"].id], aws_subnet.counted[*].id)
  }
}

resource "aws_fsx_lustre_file_system" "ok_subnet_exposure" {
  storage_capacity = 1200
  subnet_ids       = [aws_subnet.private["a"].id]
}

resource "aws_fsx_lustre_file_system" "bad_subnet_exposure" {
  storage_capacity = 1200
  subnet_ids       = [aws_subnet.public.id]
}

resource "aws_fsx_windows_file_system" "ok_subnet_exposure" {
  storage_capacity    = 32
  throughput_capacity = 32
  active_directory_id = "d-0123456789"
  subnet_ids          = [aws_subnet.private["a"].id]
}

resource "aws_fsx_windows_file_system" "bad_subnet_exposure" {
  storage_capacity    = 32
  throughput_capacity = 32
  active_directory_id = "d-0123456789"
  subnet_ids          = [aws_subnet.public.id]
}

resource "aws_fsx_openzfs_file_system" "ok_subnet_exposure" {
  storage_capacity    = 64
  throughput_capacity = 160
  deployment_type     = "SINGLE_AZ_2"
  subnet_ids          = [aws_subnet.private["a"].id]
}

resource "aws_fsx_openzfs_file_system" "bad_subnet_exposure" {
  storage_capacity    = 64
  throughput_capacity = 160
  deployment_type     = "SINGLE_AZ_2"
  subnet_ids          = [aws_subnet.public.id]
}

resource "aws_fsx_ontap_file_system" "ok_subnet_exposure" {
  storage_capacity    = 1024
  throughput_capacity = 128
  deployment_type     = "SINGLE_AZ_1"
  preferred_subnet_id = aws_subnet.private["a"].id
  subnet_ids          = [aws_subnet.private["a"].id]
}

resource "aws_fsx_ontap_file_system" "bad_subnet_exposure" {
  storage_capacity    = 1024
  throughput_capacity = 128
  deployment_type     = "SINGLE_AZ_1"
  preferred_subnet_id = aws_subnet.public.id
  subnet_ids          = [aws_subnet.public.id]
}

resource "aws_msk_cluster" "ok_subnet_exposure" {
  cluster_name           = "ok"
  kafka_version          = "3.6.0"
  number_of_broker_nodes = 6
  broker_node_group_info {
    instance_type   = "kafka.m5.large"
    security_groups = ["sg-0123456789abcdef0"]
    client_subnets  = values(aws_subnet.private)[*].id
  }
}

resource "aws_msk_cluster" "bad_subnet_exposure" {
  cluster_name           = "bad"
  kafka_version          = "3.6.0"
  number_of_broker_nodes = 6
  broker_node_group_info {
    instance_type   = "kafka.m5.large"
    security_groups = ["sg-0123456789abcdef0"]
    client_subnets  = concat([aws_subnet.private["a"].id], aws_subnet.counted[*].id)
  }
}

resource "aws_msk_serverless_cluster" "ok_subnet_exposure" {
  cluster_name = "serverless-ok"
  vpc_config {
    subnet_ids = values(aws_subnet.private)[*].id
  }
  client_authentication {
    sasl {
      iam {
        enabled = true
      }
    }
  }
}

resource "aws_msk_serverless_cluster" "bad_subnet_exposure" {
  cluster_name = "serverless-bad"
  vpc_config {
    subnet_ids = concat([aws_subnet.private["a"].id], aws_subnet.counted[*].id)
  }
  client_authentication {
    sasl {
      iam {
        enabled = true
      }
    }
  }
}

resource "aws_mq_broker" "ok_subnet_exposure" {
  broker_name        = "ok"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  host_instance_type = "mq.m5.large"
  user {
    username = "owner"
    password = var.password
  }
  subnet_ids = [aws_subnet.private["a"].id]
}

resource "aws_mq_broker" "bad_subnet_exposure" {
  broker_name        = "bad"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  host_instance_type = "mq.m5.large"
  user {
    username = "owner"
    password = var.password
  }
  subnet_ids = [aws_subnet.public.id]
}

resource "aws_eks_node_group" "ok_subnet_exposure" {
  cluster_name    = "main"
  node_role_arn   = "arn:aws:iam::111122223333:role/node"
  node_group_name = "ok"
  subnet_ids      = values(aws_subnet.private)[*].id
  scaling_config {
    desired_size = 1
    max_size     = 1
    min_size     = 1
  }
}

resource "aws_eks_node_group" "bad_subnet_exposure" {
  cluster_name    = "main"
  node_role_arn   = "arn:aws:iam::111122223333:role/node"
  node_group_name = "bad"
  subnet_ids      = concat([aws_subnet.private["a"].id], aws_subnet.counted[*].id)
  scaling_config {
    desired_size = 1
    max_size     = 1
    min_size     = 1
  }
}

resource "aws_emr_cluster" "ok_subnet_exposure" {
  name          = "ok"
  release_label = "emr-7.0.0"
  service_role  = "arn:aws:iam::111122223333:role/emr"
  ec2_attributes {
    instance_profile = "emr"
    subnet_id        = aws_subnet.private["a"].id
  }
  master_instance_group {
    instance_type = "m5.xlarge"
  }
}

resource "aws_emr_cluster" "bad_subnet_exposure" {
  name          = "bad"
  release_label = "emr-7.0.0"
  service_role  = "arn:aws:iam::111122223333:role/emr"
  ec2_attributes {
    instance_profile = "emr"
    subnet_id        = aws_subnet.public.id
  }
  master_instance_group {
    instance_type = "m5.xlarge"
  }
}

resource "aws_sagemaker_notebook_instance" "ok_subnet_exposure" {
  name            = "ok"
  role_arn        = "arn:aws:iam::111122223333:role/notebook"
  instance_type   = "ml.t3.medium"
  subnet_id       = aws_subnet.private["a"].id
  security_groups = ["sg-0123456789abcdef0"]
}

resource "aws_sagemaker_notebook_instance" "bad_subnet_exposure" {
  name            = "bad"
  role_arn        = "arn:aws:iam::111122223333:role/notebook"
  instance_type   = "ml.t3.medium"
  subnet_id       = aws_subnet.public.id
  security_groups = ["sg-0123456789abcdef0"]
}

resource "aws_timestreaminfluxdb_db_instance" "ok_subnet_exposure" {
  name                   = "influx-ok"
  allocated_storage      = 20
  db_instance_type       = "db.influx.medium"
  bucket                 = "vitals"
  organization           = "clinic"
  username               = "owner"
  password               = var.password
  vpc_security_group_ids = ["sg-0123456789abcdef0"]
  vpc_subnet_ids         = values(aws_subnet.private)[*].id
}

resource "aws_timestreaminfluxdb_db_instance" "bad_subnet_exposure" {
  name                   = "influx-bad"
  allocated_storage      = 20
  db_instance_type       = "db.influx.medium"
  bucket                 = "vitals"
  organization           = "clinic"
  username               = "owner"
  password               = var.password
  vpc_security_group_ids = ["sg-0123456789abcdef0"]
  vpc_subnet_ids         = concat([aws_subnet.private["a"].id], aws_subnet.counted[*].id)
}

variable "password" {
  type      = string
  sensitive = true
  default   = "onlyForThisPlan1"
}

# Security groups in front of stores: what they open, and whether anybody named one.
resource "aws_security_group" "app" {
  name   = "app"
  vpc_id = aws_vpc.main.id
}
resource "aws_security_group" "records" {
  name   = "records"
  vpc_id = aws_vpc.main.id
}
resource "aws_vpc_security_group_ingress_rule" "records" {
  security_group_id            = aws_security_group.records.id
  referenced_security_group_id = aws_security_group.app.id
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
}
resource "aws_db_instance" "ok_store_ports__security_groups" {
  identifier                  = "own"
  instance_class              = "db.t4g.micro"
  engine                      = "postgres"
  allocated_storage           = 20
  username                    = "owner"
  manage_master_user_password = true
  skip_final_snapshot         = true
  vpc_security_group_ids      = [aws_security_group.records.id]
}
resource "aws_security_group" "wide" {
  name   = "wide"
  vpc_id = aws_vpc.main.id
}
resource "aws_vpc_security_group_ingress_rule" "wide" {
  security_group_id            = aws_security_group.wide.id
  referenced_security_group_id = aws_security_group.app.id
  ip_protocol                  = "tcp"
  from_port                    = 5000
  to_port                      = 6000
}
resource "aws_db_instance" "bad_store_ports__range" {
  identifier                  = "range"
  instance_class              = "db.t4g.micro"
  engine                      = "postgres"
  allocated_storage           = 20
  username                    = "owner"
  manage_master_user_password = true
  skip_final_snapshot         = true
  vpc_security_group_ids      = [aws_security_group.wide.id]
}
resource "aws_db_instance" "bad_security_groups__omitted" {
  identifier                  = "omitted"
  instance_class              = "db.t4g.micro"
  engine                      = "postgres"
  allocated_storage           = 20
  username                    = "owner"
  manage_master_user_password = true
  skip_final_snapshot         = true
}
# The rule names the port of what stands behind it, which is known only after apply.
resource "aws_security_group" "cluster" {
  name   = "cluster"
  vpc_id = aws_vpc.main.id
}
resource "aws_security_group_rule" "cluster" {
  security_group_id        = aws_security_group.cluster.id
  source_security_group_id = aws_security_group.app.id
  type                     = "ingress"
  protocol                 = "tcp"
  from_port                = aws_rds_cluster.ok_store_ports__reference.port
  to_port                  = aws_rds_cluster.ok_store_ports__reference.port
}
resource "aws_rds_cluster" "ok_store_ports__reference" {
  cluster_identifier          = "reference"
  engine                      = "aurora-mysql"
  master_username             = "owner"
  manage_master_user_password = true
  skip_final_snapshot         = true
  vpc_security_group_ids      = [aws_security_group.cluster.id]
}
resource "aws_security_group" "scans" {
  name   = "scans"
  vpc_id = aws_vpc.main.id
  ingress {
    protocol        = "tcp"
    from_port       = 2049
    to_port         = 2049
    security_groups = [aws_security_group.app.id]
  }
}
resource "aws_security_group" "everything" {
  name   = "everything"
  vpc_id = aws_vpc.main.id
  ingress {
    protocol        = "-1"
    from_port       = 0
    to_port         = 0
    security_groups = [aws_security_group.app.id]
  }
}
resource "aws_efs_mount_target" "ok_store_ports__security_groups" {
  file_system_id  = aws_efs_file_system.scans.id
  subnet_id       = aws_subnet.private["a"].id
  security_groups = [aws_security_group.scans.id]
}
resource "aws_efs_mount_target" "bad_store_ports" {
  file_system_id  = aws_efs_file_system.scans.id
  subnet_id       = aws_subnet.private["b"].id
  security_groups = [aws_security_group.everything.id]
}
resource "aws_efs_mount_target" "bad_security_groups__omitted" {
  file_system_id = aws_efs_file_system.scans.id
  subnet_id      = aws_subnet.inward.id
}
resource "aws_default_security_group" "main" {
  vpc_id = aws_vpc.main.id
}
resource "aws_elasticache_replication_group" "bad_security_groups__named" {
  replication_group_id = "standard"
  description          = "sessions"
  node_type            = "cache.t4g.micro"
  security_group_ids   = [aws_default_security_group.main.id]
}
resource "aws_elasticache_replication_group" "ok_security_groups__literal" {
  replication_group_id = "literal"
  description          = "sessions"
  node_type            = "cache.t4g.micro"
  security_group_ids   = ["sg-0123456789abcdef0"]
}
resource "aws_vpc_endpoint" "ok_security_groups__store_ports" {
  vpc_id             = aws_vpc.main.id
  service_name       = "com.amazonaws.us-east-1.kms"
  vpc_endpoint_type  = "Interface"
  security_group_ids = [aws_security_group.endpoint.id]
}
resource "aws_security_group" "endpoint" {
  name   = "endpoint"
  vpc_id = aws_vpc.main.id
  ingress {
    protocol        = "tcp"
    from_port       = 443
    to_port         = 443
    security_groups = [aws_security_group.app.id]
  }
}
resource "aws_vpc_endpoint" "bad_security_groups__omitted" {
  vpc_id            = aws_vpc.main.id
  service_name      = "com.amazonaws.us-east-1.sqs"
  vpc_endpoint_type = "Interface"
}

# Routes into peered networks, the group that a network is born with, ways out, and who may join.

resource "aws_vpc_peering_connection" "partner" {
  vpc_id      = aws_vpc.main.id
  peer_vpc_id = aws_vpc.open.id
}

resource "aws_route" "bad_peering_routes" {
  route_table_id            = aws_route_table.counted[0].id
  destination_cidr_block    = "0.0.0.0/0"
  vpc_peering_connection_id = aws_vpc_peering_connection.partner.id
}

resource "aws_route" "ok_peering_routes" {
  route_table_id            = aws_route_table.counted[0].id
  destination_cidr_block    = "10.8.0.0/24"
  vpc_peering_connection_id = aws_vpc_peering_connection.partner.id
}

resource "aws_route_table" "bad_peering_routes" {
  vpc_id = aws_vpc.main.id

  route {
    cidr_block                = "10.8.0.0/24"
    vpc_peering_connection_id = aws_vpc_peering_connection.partner.id
  }

  route {
    ipv6_cidr_block           = "::/0"
    vpc_peering_connection_id = aws_vpc_peering_connection.partner.id
  }
}

resource "aws_route_table" "ok_peering_routes__beside_a_default_route" {
  vpc_id = aws_vpc.main.id

  route {
    cidr_block                = "10.8.0.0/24"
    vpc_peering_connection_id = aws_vpc_peering_connection.partner.id
  }

  route {
    cidr_block     = "0.0.0.0/0"
    nat_gateway_id = aws_nat_gateway.main.id
  }
}

resource "aws_default_route_table" "bad_peering_routes" {
  default_route_table_id = aws_vpc.swapped.default_route_table_id

  route {
    cidr_block                = "0.0.0.0/0"
    vpc_peering_connection_id = aws_vpc_peering_connection.partner.id
  }
}

resource "aws_default_route_table" "ok_peering_routes" {
  default_route_table_id = aws_vpc.swapped.default_route_table_id

  route {
    cidr_block                = "10.8.0.0/24"
    vpc_peering_connection_id = aws_vpc_peering_connection.partner.id
  }
}

resource "aws_ec2_transit_gateway" "ok_attachment_acceptance__omitted" {}

resource "aws_ec2_transit_gateway" "bad_attachment_acceptance" {
  auto_accept_shared_attachments = "enable"
}

resource "aws_default_security_group" "ok_default_security_group" {
  vpc_id = aws_vpc.open.id
}

resource "aws_default_security_group" "bad_default_security_group__egress" {
  vpc_id = aws_vpc.routed.id

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_default_security_group" "bad_default_security_group" {
  vpc_id = aws_vpc.swapped.id

  ingress {
    protocol  = "-1"
    from_port = 0
    to_port   = 0
    self      = true
  }

  egress {
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_default_security_group" "ok_egress__port" {
  vpc_id = aws_vpc.swapped.id

  egress {
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group_rule" "bad_default_security_group" {
  type              = "ingress"
  security_group_id = aws_vpc.open.default_security_group_id
  protocol          = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_blocks       = ["10.0.0.0/16"]
}

resource "aws_security_group_rule" "ok_default_security_group" {
  type              = "ingress"
  security_group_id = aws_security_group.app.id
  protocol          = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_blocks       = ["10.0.0.0/16"]
}

resource "aws_vpc_security_group_ingress_rule" "bad_default_security_group" {
  security_group_id = aws_vpc.open.default_security_group_id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "10.0.0.0/16"
}

resource "aws_vpc_security_group_ingress_rule" "ok_default_security_group" {
  security_group_id = aws_security_group.app.id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "10.0.0.0/16"
}

resource "aws_vpc_security_group_egress_rule" "bad_default_security_group__egress" {
  security_group_id = aws_default_security_group.main.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_egress_rule" "ok_default_security_group__egress" {
  security_group_id            = aws_security_group.app.id
  ip_protocol                  = "-1"
  referenced_security_group_id = aws_security_group.records.id
}

resource "aws_vpc_security_group_egress_rule" "ok_egress__port" {
  security_group_id = aws_security_group.app.id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_security_group_rule" "bad_egress" {
  type              = "egress"
  security_group_id = aws_security_group.app.id
  protocol          = "-1"
  from_port         = 0
  to_port           = 0
  ipv6_cidr_blocks  = ["::/0"]
}

resource "aws_security_group_rule" "ok_egress" {
  type              = "egress"
  security_group_id = aws_security_group.app.id
  protocol          = "-1"
  from_port         = 0
  to_port           = 0
  cidr_blocks       = ["10.0.0.0/16"]
}

resource "aws_security_group" "bad_egress" {
  vpc_id = aws_vpc.main.id

  egress {
    protocol    = "tcp"
    from_port   = 0
    to_port     = 65535
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "ok_egress" {
  vpc_id = aws_vpc.main.id

  egress {
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# Without a subnet group a store lies in the default network.

resource "aws_db_instance" "bad_network_placement__omitted" {
  engine            = "postgres"
  instance_class    = "db.t4g.micro"
  allocated_storage = 20
  username          = "portal"
  password          = "not-a-real-password"
}

resource "aws_db_instance" "ok_network_placement" {
  engine               = "postgres"
  instance_class       = "db.t4g.micro"
  allocated_storage    = 20
  username             = "portal"
  password             = "not-a-real-password"
  db_subnet_group_name = aws_db_subnet_group.ok.name
}

resource "aws_db_instance" "replica" {
  instance_class      = "db.t4g.micro"
  replicate_source_db = aws_db_instance.ok_network_placement.identifier
}

resource "aws_rds_cluster" "bad_network_placement__named_default" {
  engine               = "aurora-postgresql"
  master_username      = "portal"
  master_password      = "not-a-real-password"
  db_subnet_group_name = "default"
}

resource "aws_rds_cluster" "ok_network_placement" {
  engine               = "aurora-postgresql"
  master_username      = "portal"
  master_password      = "not-a-real-password"
  db_subnet_group_name = aws_db_subnet_group.ok.name
}

resource "aws_redshift_cluster" "bad_network_placement__omitted" {
  cluster_identifier = "reports"
  node_type          = "ra3.large"
  master_username    = "reports"
  master_password    = "Not-a-real-1"
}

resource "aws_redshift_cluster" "ok_network_placement" {
  cluster_identifier        = "reports"
  node_type                 = "ra3.large"
  master_username           = "reports"
  master_password           = "Not-a-real-1"
  cluster_subnet_group_name = aws_redshift_subnet_group.ok.name
}

resource "aws_elasticache_cluster" "bad_network_placement__omitted" {
  cluster_id      = "sessions"
  engine          = "memcached"
  node_type       = "cache.t4g.micro"
  num_cache_nodes = 1
}

resource "aws_elasticache_cluster" "ok_network_placement" {
  cluster_id        = "sessions"
  engine            = "memcached"
  node_type         = "cache.t4g.micro"
  num_cache_nodes   = 1
  subnet_group_name = aws_elasticache_subnet_group.ok.name
}

resource "aws_elasticache_replication_group" "bad_network_placement__omitted" {
  replication_group_id = "sessions"
  description          = "sessions"
}

resource "aws_elasticache_replication_group" "ok_network_placement" {
  replication_group_id = "sessions"
  description          = "sessions"
  subnet_group_name    = aws_elasticache_subnet_group.ok.name
}

resource "aws_memorydb_cluster" "bad_network_placement__omitted" {
  acl_name  = "open-access"
  node_type = "db.t4g.small"
}

resource "aws_memorydb_cluster" "ok_network_placement" {
  acl_name          = "open-access"
  node_type         = "db.t4g.small"
  subnet_group_name = aws_memorydb_subnet_group.ok.name
}

resource "aws_docdb_cluster" "bad_network_placement__omitted" {
  master_username = "portal"
  master_password = "not-a-real-password"
}

resource "aws_docdb_cluster" "ok_network_placement" {
  master_username      = "portal"
  master_password      = "not-a-real-password"
  db_subnet_group_name = aws_docdb_subnet_group.ok.name
}

resource "aws_neptune_cluster" "bad_network_placement__omitted" {}

resource "aws_neptune_cluster" "ok_network_placement" {
  neptune_subnet_group_name = aws_neptune_subnet_group.ok.name
}

# A domain without a group of its own gets the default one of its network.

resource "aws_opensearch_domain" "bad_security_groups__omitted" {
  domain_name = "no-group"

  vpc_options {
    subnet_ids = [aws_subnet.private["a"].id]
  }
}

resource "aws_opensearch_domain" "ok_security_groups" {
  domain_name = "own-group"

  vpc_options {
    subnet_ids         = [aws_subnet.private["a"].id]
    security_group_ids = [aws_security_group.records.id]
  }
}

resource "aws_elasticsearch_domain" "bad_security_groups__omitted" {
  domain_name = "no-group"

  vpc_options {
    subnet_ids = [aws_subnet.private["a"].id]
  }
}

resource "aws_elasticsearch_domain" "ok_security_groups" {
  domain_name = "own-group"

  vpc_options {
    subnet_ids         = [aws_subnet.private["a"].id]
    security_group_ids = [aws_security_group.records.id]
  }
}

resource "aws_vpc_endpoint" "bad_zone_spread" {
  vpc_id            = aws_vpc.main.id
  service_name      = "com.amazonaws.us-east-1.kms"
  vpc_endpoint_type = "Interface"
  subnet_ids        = [aws_subnet.public.id]
}

resource "aws_vpc_endpoint" "ok_zone_spread" {
  vpc_id            = aws_vpc.main.id
  service_name      = "com.amazonaws.us-east-1.kms"
  vpc_endpoint_type = "Interface"
  subnet_ids        = [aws_subnet.private["a"].id, aws_subnet.private["b"].id]
}
