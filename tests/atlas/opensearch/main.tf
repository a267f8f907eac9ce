# Facts of Amazon OpenSearch Service.
# See tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_kms_key" "key" {}

resource "aws_opensearch_domain" "bad_encryption__encryption_key__transit__node_transit__public_endpoint__audit_log__authorization__omitted" {
  domain_name = "plain"
}

resource "aws_opensearch_domain" "ok_encryption__encryption_key__transit__node_transit__public_endpoint__audit_log__authorization__policy_exposure" {
  domain_name    = "records"
  engine_version = "OpenSearch_2.11"
  access_policies = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/reader" }, Action = "es:ESHttpGet", Resource = "*" }]
  })
  encrypt_at_rest {
    enabled    = true
    kms_key_id = aws_kms_key.key.arn
  }
  node_to_node_encryption {
    enabled = true
  }
  domain_endpoint_options {
    enforce_https       = true
    tls_security_policy = "Policy-Min-TLS-1-2-2019-07"
  }
  vpc_options {
    subnet_ids = ["subnet-0123456789abcdef0"]
  }
  advanced_security_options {
    enabled = true
  }
  log_publishing_options {
    cloudwatch_log_group_arn = "arn:aws:logs:us-east-1:111122223333:log-group:audit"
    log_type                 = "AUDIT_LOGS"
  }
  log_publishing_options {
    cloudwatch_log_group_arn = "arn:aws:logs:us-east-1:111122223333:log-group:application"
    log_type                 = "ES_APPLICATION_LOGS"
  }
}

resource "aws_opensearch_domain" "bad_encryption_key__transit__audit_log__policy_exposure__lax" {
  domain_name = "lax"
  access_policies = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "es:*", Resource = "*" }]
  })
  encrypt_at_rest {
    enabled = true
  }
  node_to_node_encryption {
    enabled = true
  }
  domain_endpoint_options {
    enforce_https = true
  }
  log_publishing_options {
    cloudwatch_log_group_arn = "arn:aws:logs:us-east-1:111122223333:log-group:slow"
    log_type                 = "INDEX_SLOW_LOGS"
  }
}

resource "aws_opensearch_domain" "bad_transit__node_transit__audit_log__switched_off" {
  domain_name = "off"
  node_to_node_encryption {
    enabled = false
  }
  log_publishing_options {
    cloudwatch_log_group_arn = "arn:aws:logs:us-east-1:111122223333:log-group:audit"
    log_type                 = "AUDIT_LOGS"
    enabled                  = false
  }
}

resource "aws_elasticsearch_domain" "bad_encryption__encryption_key__transit__node_transit__public_endpoint__audit_log__authorization__omitted" {
  domain_name = "old"
}

resource "aws_elasticsearch_domain" "ok_encryption__encryption_key__transit__node_transit__public_endpoint__audit_log__authorization" {
  domain_name           = "old-records"
  elasticsearch_version = "7.10"
  encrypt_at_rest {
    enabled    = true
    kms_key_id = aws_kms_key.key.arn
  }
  node_to_node_encryption {
    enabled = true
  }
  domain_endpoint_options {
    tls_security_policy = "Policy-Min-TLS-1-2-2019-07"
  }
  vpc_options {
    subnet_ids = ["subnet-0123456789abcdef0"]
  }
  advanced_security_options {
    enabled = true
  }
  log_publishing_options {
    cloudwatch_log_group_arn = "arn:aws:logs:us-east-1:111122223333:log-group:audit"
    log_type                 = "AUDIT_LOGS"
  }
  log_publishing_options {
    cloudwatch_log_group_arn = "arn:aws:logs:us-east-1:111122223333:log-group:application"
    log_type                 = "ES_APPLICATION_LOGS"
  }
}

resource "aws_opensearch_domain_policy" "bad_policy_exposure" {
  domain_name = "elsewhere"
  access_policies = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "es:*", Resource = "*" }]
  })
}

resource "aws_elasticsearch_domain_policy" "bad_policy_exposure" {
  domain_name = "elsewhere"
  access_policies = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "es:*", Resource = "*" }]
  })
}

resource "aws_opensearchserverless_security_policy" "bad_encryption_key" {
  name   = "owned"
  type   = "encryption"
  policy = jsonencode({ Rules = [{ ResourceType = "collection", Resource = ["collection/records"] }], AWSOwnedKey = true })
}

resource "aws_opensearchserverless_security_policy" "ok_encryption_key" {
  name   = "keyed"
  type   = "encryption"
  policy = jsonencode({ Rules = [{ ResourceType = "collection", Resource = ["collection/records"] }], AWSOwnedKey = false, KmsARN = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab" })
}

resource "aws_opensearchserverless_security_policy" "bad_public_endpoint" {
  name   = "open"
  type   = "network"
  policy = jsonencode([{ Rules = [{ ResourceType = "collection", Resource = ["collection/records"] }], AllowFromPublic = true }])
}

resource "aws_opensearchserverless_security_policy" "ok_public_endpoint" {
  name   = "private"
  type   = "network"
  policy = jsonencode([{ Rules = [{ ResourceType = "collection", Resource = ["collection/records"] }], AllowFromPublic = false, SourceVPCEs = ["vpce-0123456789abcdef0"] }])
}

locals {
  private = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/reader" }, Action = "es:ESHttpGet", Resource = "*" }]
  })
}

resource "aws_opensearch_domain_policy" "ok_policy_exposure" {
  domain_name     = "elsewhere"
  access_policies = local.private
}

resource "aws_elasticsearch_domain_policy" "ok_policy_exposure" {
  domain_name     = "elsewhere"
  access_policies = local.private
}

resource "aws_elasticsearch_domain" "ok_policy_exposure" {
  domain_name     = "old-own"
  access_policies = local.private
}

resource "aws_elasticsearch_domain" "bad_policy_exposure" {
  domain_name = "old-open"
  access_policies = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "es:*", Resource = "*" }]
  })
}

variable "password" {
  default   = "given-from-outside"
  sensitive = true
}

resource "aws_opensearch_domain" "ok_plain_secret" {
  domain_name = "secret"
  advanced_security_options {
    enabled                        = true
    internal_user_database_enabled = true
    master_user_options {
      master_user_name     = "keeper"
      master_user_password = var.password
    }
  }
}

resource "aws_opensearch_domain" "bad_plain_secret" {
  domain_name = "secret"
  advanced_security_options {
    enabled                        = true
    internal_user_database_enabled = true
    master_user_options {
      master_user_name     = "keeper"
      master_user_password = "not-a-real-one"
    }
  }
}

resource "aws_elasticsearch_domain" "ok_plain_secret" {
  domain_name = "secret"
  advanced_security_options {
    enabled                        = true
    internal_user_database_enabled = true
    master_user_options {
      master_user_name     = "keeper"
      master_user_password = var.password
    }
  }
}

resource "aws_elasticsearch_domain" "bad_plain_secret" {
  domain_name = "secret"
  advanced_security_options {
    enabled                        = true
    internal_user_database_enabled = true
    master_user_options {
      master_user_name     = "keeper"
      master_user_password = "not-a-real-one"
    }
  }
}
