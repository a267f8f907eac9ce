# Facts of AWS Network Firewall; see tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_kms_key" "key" {}

resource "aws_networkfirewall_firewall" "ok_encryption__encryption_key__access_log__deletion_protection" {
  name                = "right"
  vpc_id              = "vpc-0123456789abcdef0"
  firewall_policy_arn = aws_networkfirewall_firewall_policy.ok_encryption_key.arn
  delete_protection   = true
  encryption_configuration {
    type   = "CUSTOMER_KMS"
    key_id = aws_kms_key.key.arn
  }
  subnet_mapping {
    subnet_id = "subnet-0123456789abcdef0"
  }
}

resource "aws_networkfirewall_logging_configuration" "logging" {
  firewall_arn = aws_networkfirewall_firewall.ok_encryption__encryption_key__access_log__deletion_protection.arn
  logging_configuration {
    log_destination_config {
      log_destination      = { bucketName = "firewall-logs" }
      log_destination_type = "S3"
      log_type             = "FLOW"
    }
  }
}

resource "aws_networkfirewall_firewall" "bad_encryption_key__access_log__deletion_protection__omitted" {
  name                = "omitted"
  vpc_id              = "vpc-0123456789abcdef0"
  firewall_policy_arn = aws_networkfirewall_firewall_policy.ok_encryption_key.arn
  subnet_mapping {
    subnet_id = "subnet-0123456789abcdef0"
  }
}

resource "aws_networkfirewall_firewall_policy" "ok_encryption_key" {
  name = "right"
  encryption_configuration {
    type   = "CUSTOMER_KMS"
    key_id = aws_kms_key.key.arn
  }
  firewall_policy {
    stateless_default_actions          = ["aws:drop"]
    stateless_fragment_default_actions = ["aws:drop"]
  }
}

# The type decides: a key beside it is not used.
resource "aws_networkfirewall_firewall_policy" "bad_encryption_key__of_aws" {
  name = "of-aws"
  encryption_configuration {
    type   = "AWS_OWNED_KMS_KEY"
    key_id = aws_kms_key.key.arn
  }
  firewall_policy {
    stateless_default_actions          = ["aws:drop"]
    stateless_fragment_default_actions = ["aws:drop"]
  }
}

resource "aws_networkfirewall_rule_group" "bad_encryption_key__omitted" {
  name     = "omitted"
  capacity = 100
  type     = "STATEFUL"
  rules    = "drop tcp any any -> any 23 (sid:1;)"
}

resource "aws_networkfirewall_resource_policy" "bad_policy_exposure" {
  resource_arn = "arn:aws:network-firewall:us-east-1:111122223333:stateful-rulegroup/shared"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = ["network-firewall:ListRuleGroups"]
      Resource  = "arn:aws:network-firewall:us-east-1:111122223333:stateful-rulegroup/shared"
    }]
  })
}

resource "aws_networkfirewall_rule_group" "ok_encryption_key" {
  name     = "right"
  capacity = 100
  type     = "STATEFUL"
  rules    = "drop tcp any any -> any 23 (sid:1;)"
  encryption_configuration {
    type   = "CUSTOMER_KMS"
    key_id = aws_kms_key.key.arn
  }
}

resource "aws_networkfirewall_tls_inspection_configuration" "ok_encryption_key" {
  name = "right"
  encryption_configuration = [{
    type   = "CUSTOMER_KMS"
    key_id = aws_kms_key.key.arn
  }]
  tls_inspection_configuration {
    server_certificate_configuration {
      server_certificate {
        resource_arn = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012"
      }
      scope {
        protocols = [6]
        destination {
          address_definition = "0.0.0.0/0"
        }
      }
    }
  }
}

resource "aws_networkfirewall_tls_inspection_configuration" "bad_encryption_key__omitted" {
  name = "omitted"
  tls_inspection_configuration {
    server_certificate_configuration {
      server_certificate {
        resource_arn = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012"
      }
      scope {
        protocols = [6]
        destination {
          address_definition = "0.0.0.0/0"
        }
      }
    }
  }
}

resource "aws_networkfirewall_resource_policy" "ok_policy_exposure" {
  resource_arn = "arn:aws:network-firewall:us-east-1:111122223333:stateful-rulegroup/shared"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:role/portal" }
      Action    = "network-firewall:ListRuleGroups"
      Resource  = "*"
    }]
  })
}

resource "aws_networkfirewall_firewall_policy" "ok_firewall_default" {
  name = "forwarding"
  firewall_policy {
    stateless_default_actions          = ["aws:forward_to_sfe"]
    stateless_fragment_default_actions = ["aws:forward_to_sfe"]
    stateful_rule_group_reference {
      resource_arn = aws_networkfirewall_rule_group.ok_encryption_key.arn
    }
  }
}

resource "aws_networkfirewall_firewall_policy" "ok_firewall_default__engine_drops" {
  name = "engine-drops"
  firewall_policy {
    stateless_default_actions          = ["aws:forward_to_sfe"]
    stateless_fragment_default_actions = ["aws:drop"]
    stateful_default_actions           = ["aws:drop_established"]
    stateful_engine_options {
      rule_order = "STRICT_ORDER"
    }
  }
}

resource "aws_networkfirewall_firewall_policy" "bad_firewall_default" {
  name = "passing"
  firewall_policy {
    stateless_default_actions          = ["aws:pass"]
    stateless_fragment_default_actions = ["aws:drop"]
  }
}

resource "aws_networkfirewall_firewall_policy" "bad_firewall_default__fragments" {
  name = "fragments"
  firewall_policy {
    stateless_default_actions          = ["aws:drop"]
    stateless_fragment_default_actions = ["aws:pass"]
  }
}

# The stateful engine has nothing to match and passes.
resource "aws_networkfirewall_firewall_policy" "bad_firewall_default__no_rules" {
  name = "no-rules"
  firewall_policy {
    stateless_default_actions          = ["aws:forward_to_sfe"]
    stateless_fragment_default_actions = ["aws:forward_to_sfe"]
  }
}

resource "aws_networkfirewall_firewall" "ok_subnet_change__zone_spread" {
  name                     = "spread"
  vpc_id                   = "vpc-0123456789abcdef0"
  firewall_policy_arn      = aws_networkfirewall_firewall_policy.ok_firewall_default.arn
  subnet_change_protection = true
  subnet_mapping {
    subnet_id = "subnet-0123456789abcdef0"
  }
  subnet_mapping {
    subnet_id = "subnet-0123456789abcdef1"
  }
}

resource "aws_networkfirewall_firewall" "bad_subnet_change__zone_spread__omitted" {
  name                = "one-zone"
  vpc_id              = "vpc-0123456789abcdef0"
  firewall_policy_arn = aws_networkfirewall_firewall_policy.ok_firewall_default.arn
  subnet_mapping {
    subnet_id = "subnet-0123456789abcdef0"
  }
}
