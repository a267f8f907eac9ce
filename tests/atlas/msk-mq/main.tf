# Facts of Amazon MSK and MQ.
# See tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_kms_key" "key" {}

resource "aws_msk_cluster" "bad_encryption_key__authorization__audit_log__omitted" {
  cluster_name           = "plain"
  kafka_version          = "3.6.0"
  number_of_broker_nodes = 2
  broker_node_group_info {
    client_subnets  = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
    instance_type   = "kafka.m7g.large"
    security_groups = ["sg-0123456789abcdef0"]
  }
}

resource "aws_msk_cluster" "ok_encryption_key__transit__node_transit__public_endpoint__authorization__audit_log" {
  cluster_name           = "records"
  kafka_version          = "3.6.0"
  number_of_broker_nodes = 2
  broker_node_group_info {
    client_subnets  = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
    instance_type   = "kafka.m7g.large"
    security_groups = ["sg-0123456789abcdef0"]
  }
  encryption_info {
    encryption_at_rest_kms_key_arn = aws_kms_key.key.arn
    encryption_in_transit {
      client_broker = "TLS"
      in_cluster    = true
    }
  }
  client_authentication {
    sasl {
      iam = true
    }
  }
  logging_info {
    broker_logs {
      cloudwatch_logs {
        enabled   = true
        log_group = "brokers"
      }
    }
  }
}

resource "aws_msk_cluster" "ok_transit__omitted" {
  cluster_name           = "default"
  kafka_version          = "3.6.0"
  number_of_broker_nodes = 2
  broker_node_group_info {
    client_subnets  = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
    instance_type   = "kafka.m7g.large"
    security_groups = ["sg-0123456789abcdef0"]
  }
}

resource "aws_msk_cluster" "bad_transit__public_endpoint__authorization__audit_log__lax" {
  cluster_name           = "lax"
  kafka_version          = "3.6.0"
  number_of_broker_nodes = 2
  broker_node_group_info {
    client_subnets  = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
    instance_type   = "kafka.m7g.large"
    security_groups = ["sg-0123456789abcdef0"]
    connectivity_info {
      public_access {
        type = "SERVICE_PROVIDED_EIPS"
      }
    }
  }
  encryption_info {
    encryption_in_transit {
      client_broker = "TLS_PLAINTEXT"
    }
  }
  client_authentication {
    unauthenticated = true
    sasl {
      iam = true
    }
  }
  logging_info {
    broker_logs {
      s3 {
        enabled = false
      }
    }
  }
}

resource "aws_msk_cluster" "bad_node_transit" {
  cluster_name           = "inside"
  kafka_version          = "3.6.0"
  number_of_broker_nodes = 2
  broker_node_group_info {
    client_subnets  = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
    instance_type   = "kafka.m7g.large"
    security_groups = ["sg-0123456789abcdef0"]
  }
  encryption_info {
    encryption_in_transit {
      in_cluster = false
    }
  }
}

resource "aws_msk_serverless_cluster" "ok_encryption_key__authorization" {
  cluster_name = "serverless"
  vpc_config {
    subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  }
  client_authentication {
    sasl {
      iam {
        enabled = true
      }
    }
  }
}

resource "aws_msk_cluster_policy" "bad_policy_exposure" {
  cluster_arn = "arn:aws:kafka:us-east-1:111122223333:cluster/records/abcd1234-0123-abcd-5678-1234abcd-1"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "kafka:CreateVpcConnection", Resource = "*" }]
  })
}

resource "aws_mskconnect_connector" "bad_transit__audit_log__plain_secret" {
  name                       = "plain"
  kafkaconnect_version       = "2.7.1"
  service_execution_role_arn = "arn:aws:iam::111122223333:role/connect"
  connector_configuration    = { "aws.access.key.id" = "AKIAIOSFODNN7EXAMPLE" }
  capacity {
    provisioned_capacity {
      worker_count = 1
    }
  }
  kafka_cluster {
    apache_kafka_cluster {
      bootstrap_servers = "b-1.example.com:9092"
      vpc {
        security_groups = ["sg-0123456789abcdef0"]
        subnets         = ["subnet-0123456789abcdef0"]
      }
    }
  }
  kafka_cluster_client_authentication {}
  kafka_cluster_encryption_in_transit {}
  plugin {
    custom_plugin {
      arn      = "arn:aws:kafkaconnect:us-east-1:111122223333:custom-plugin/sink/abcd1234"
      revision = 1
    }
  }
}

resource "aws_mskconnect_connector" "ok_transit__audit_log__plain_secret" {
  name                       = "records"
  kafkaconnect_version       = "2.7.1"
  service_execution_role_arn = "arn:aws:iam::111122223333:role/connect"
  connector_configuration    = { "tasks.max" = "1" }
  capacity {
    provisioned_capacity {
      worker_count = 1
    }
  }
  kafka_cluster {
    apache_kafka_cluster {
      bootstrap_servers = "b-1.example.com:9098"
      vpc {
        security_groups = ["sg-0123456789abcdef0"]
        subnets         = ["subnet-0123456789abcdef0"]
      }
    }
  }
  kafka_cluster_client_authentication {
    authentication_type = "IAM"
  }
  kafka_cluster_encryption_in_transit {
    encryption_type = "TLS"
  }
  log_delivery {
    worker_log_delivery {
      s3 {
        enabled = true
        bucket  = "logs"
      }
    }
  }
  plugin {
    custom_plugin {
      arn      = "arn:aws:kafkaconnect:us-east-1:111122223333:custom-plugin/sink/abcd1234"
      revision = 1
    }
  }
}

resource "aws_mq_broker" "bad_encryption_key__audit_log__omitted" {
  broker_name        = "plain"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  host_instance_type = "mq.t3.micro"
  user {
    username = "writer"
    password = "not-a-real-one"
  }
}

resource "aws_mq_broker" "ok_encryption_key__public_endpoint__audit_log" {
  broker_name        = "records"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  host_instance_type = "mq.t3.micro"
  encryption_options {
    use_aws_owned_key = false
    kms_key_id        = aws_kms_key.key.arn
  }
  logs {
    audit   = true
    general = true
  }
  user {
    username = "writer"
    password = "not-a-real-one"
  }
}

resource "aws_mq_broker" "bad_public_endpoint__audit_log__partial" {
  broker_name         = "open"
  engine_type         = "ActiveMQ"
  engine_version      = "5.18"
  host_instance_type  = "mq.t3.micro"
  publicly_accessible = true
  logs {
    general = true
  }
  user {
    username = "writer"
    password = "not-a-real-one"
  }
}

resource "aws_mq_broker" "ok_audit_log__rabbit" {
  broker_name        = "rabbit"
  engine_type        = "RabbitMQ"
  engine_version     = "3.13"
  host_instance_type = "mq.t3.micro"
  logs {
    general = true
  }
  user {
    username = "writer"
    password = "not-a-real-one"
  }
}

resource "aws_msk_serverless_cluster" "bad_authorization" {
  cluster_name = "open"
  vpc_config {
    subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  }
  client_authentication {
    sasl {
      iam {
        enabled = false
      }
    }
  }
}

resource "aws_msk_cluster_policy" "ok_policy_exposure" {
  cluster_arn = "arn:aws:kafka:us-east-1:111122223333:cluster/records/abcd1234-0123-abcd-5678-1234abcd-1"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:root" }, Action = "kafka:CreateVpcConnection", Resource = "*" }]
  })
}

variable "password" {
  default   = "given-from-outside"
  sensitive = true
}

resource "aws_mq_broker" "ok_plain_secret" {
  broker_name        = "secret"
  engine_type        = "RabbitMQ"
  engine_version     = "3.13"
  host_instance_type = "mq.t3.micro"
  user {
    username = "writer"
    password = var.password
  }
}

resource "aws_mq_broker" "bad_plain_secret" {
  broker_name        = "secret"
  engine_type        = "RabbitMQ"
  engine_version     = "3.13"
  host_instance_type = "mq.t3.micro"
  user {
    username = "writer"
    password = "not-a-real-one"
  }
}

resource "aws_mq_broker" "ok_plain_secret__directory" {
  broker_name             = "directory"
  engine_type             = "ActiveMQ"
  engine_version          = "5.18"
  host_instance_type      = "mq.t3.micro"
  authentication_strategy = "ldap"
  ldap_server_metadata {
    hosts                    = ["ldap.example.com"]
    role_base                = "dc=example"
    role_search_matching     = "(member={0})"
    service_account_username = "reader"
    service_account_password = var.password
    user_base                = "dc=example"
    user_search_matching     = "(uid={0})"
  }
  user {
    username = "writer"
    password = var.password
  }
}

resource "aws_mq_broker" "bad_plain_secret__directory" {
  broker_name             = "directory"
  engine_type             = "ActiveMQ"
  engine_version          = "5.18"
  host_instance_type      = "mq.t3.micro"
  authentication_strategy = "ldap"
  ldap_server_metadata {
    hosts                    = ["ldap.example.com"]
    role_base                = "dc=example"
    role_search_matching     = "(member={0})"
    service_account_username = "reader"
    service_account_password = "not-a-real-one"
    user_base                = "dc=example"
    user_search_matching     = "(uid={0})"
  }
  user {
    username = "writer"
    password = var.password
  }
}
