# Facts of Amazon VPC; see tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_vpc" "ok_access_log" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_flow_log" "vpc" {
  vpc_id          = aws_vpc.ok_access_log.id
  traffic_type    = "ALL"
  log_destination = "arn:aws:s3:::flow-logs"
}
resource "aws_vpc" "bad_access_log__omitted" {
  cidr_block = "10.1.0.0/16"
}
resource "aws_vpc" "bad_access_log__refusals_only" {
  cidr_block = "10.2.0.0/16"
}
resource "aws_flow_log" "refusals" {
  vpc_id          = aws_vpc.bad_access_log__refusals_only.id
  traffic_type    = "REJECT"
  log_destination = "arn:aws:s3:::flow-logs"
}
resource "aws_default_vpc" "bad_access_log__omitted" {}

resource "aws_subnet" "ok_public_address__omitted" {
  vpc_id     = aws_vpc.ok_access_log.id
  cidr_block = "10.0.1.0/24"
}
resource "aws_subnet" "bad_public_address" {
  vpc_id                  = aws_vpc.ok_access_log.id
  cidr_block              = "10.0.2.0/24"
  map_public_ip_on_launch = true
}
resource "aws_default_subnet" "ok_public_address" {
  availability_zone       = "us-east-1a"
  map_public_ip_on_launch = false
}
resource "aws_default_subnet" "bad_public_address__omitted" {
  availability_zone = "us-east-1b"
}

resource "aws_security_group" "ok_ingress" {
  vpc_id = aws_vpc.ok_access_log.id
  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/16"]
  }
}
resource "aws_security_group" "bad_ingress" {
  vpc_id = aws_vpc.ok_access_log.id
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/16", "0.0.0.0/0"]
  }
}
resource "aws_default_security_group" "ok_ingress__omitted" {
  vpc_id = aws_vpc.ok_access_log.id
}
resource "aws_default_security_group" "bad_ingress" {
  vpc_id = aws_vpc.bad_access_log__omitted.id
  ingress {
    from_port        = 0
    to_port          = 0
    protocol         = "-1"
    ipv6_cidr_blocks = ["::/0"]
  }
}
resource "aws_security_group_rule" "bad_ingress" {
  security_group_id = aws_security_group.ok_ingress.id
  type              = "ingress"
  from_port         = 0
  to_port           = 65535
  protocol          = "tcp"
  cidr_blocks       = ["0.0.0.0/0"]
}
resource "aws_security_group_rule" "ok_ingress" {
  security_group_id = aws_security_group.ok_ingress.id
  type              = "ingress"
  from_port         = 5432
  to_port           = 5432
  protocol          = "tcp"
  self              = true
}
resource "aws_vpc_security_group_ingress_rule" "bad_ingress" {
  security_group_id = aws_security_group.ok_ingress.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}
resource "aws_vpc_security_group_ingress_rule" "ok_ingress" {
  security_group_id = aws_security_group.ok_ingress.id
  ip_protocol       = "tcp"
  from_port         = 5432
  to_port           = 5432
  cidr_ipv4         = "10.0.0.0/16"
}
resource "aws_network_acl" "bad_ingress" {
  vpc_id = aws_vpc.ok_access_log.id
  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "-1"
    from_port  = 0
    to_port    = 0
    cidr_block = "0.0.0.0/0"
  }
}
resource "aws_network_acl" "ok_ingress" {
  vpc_id = aws_vpc.ok_access_log.id
  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "tcp"
    from_port  = 443
    to_port    = 443
    cidr_block = "10.0.0.0/16"
  }
}
resource "aws_network_acl_rule" "bad_ingress" {
  network_acl_id = aws_network_acl.ok_ingress.id
  rule_number    = 200
  rule_action    = "allow"
  protocol       = "tcp"
  from_port      = 3389
  to_port        = 3389
  cidr_block     = "0.0.0.0/0"
}

resource "aws_vpn_connection" "ok_transit__access_log" {
  customer_gateway_id = "cgw-0123456789abcdef0"
  type                = "ipsec.1"
  tunnel1_log_options {
    cloudwatch_log_options {
      log_enabled   = true
      log_group_arn = "arn:aws:logs:us-east-1:111122223333:log-group:vpn"
    }
  }
  tunnel2_log_options {
    cloudwatch_log_options {
      log_enabled   = true
      log_group_arn = "arn:aws:logs:us-east-1:111122223333:log-group:vpn"
    }
  }
}
resource "aws_vpn_connection" "bad_access_log__one_of_two" {
  customer_gateway_id = "cgw-0123456789abcdef0"
  type                = "ipsec.1"
  tunnel1_log_options {
    cloudwatch_log_options {
      log_enabled   = true
      log_group_arn = "arn:aws:logs:us-east-1:111122223333:log-group:vpn"
    }
  }
}
resource "aws_vpn_connection" "bad_access_log__omitted" {
  customer_gateway_id = "cgw-0123456789abcdef0"
  type                = "ipsec.1"
}

resource "aws_ec2_client_vpn_endpoint" "ok_transit__access_log" {
  client_cidr_block      = "10.9.0.0/16"
  server_certificate_arn = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012"
  authentication_options {
    type                       = "certificate-authentication"
    root_certificate_chain_arn = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012"
  }
  connection_log_options {
    enabled              = true
    cloudwatch_log_group = "vpn"
  }
}
resource "aws_ec2_client_vpn_endpoint" "bad_access_log" {
  client_cidr_block      = "10.9.0.0/16"
  server_certificate_arn = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012"
  authentication_options {
    type                       = "certificate-authentication"
    root_certificate_chain_arn = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012"
  }
  connection_log_options {
    enabled = false
  }
}

resource "aws_ec2_transit_gateway" "bad_access_log__omitted" {}

resource "aws_globalaccelerator_accelerator" "ok_access_log" {
  name = "right"
  attributes {
    flow_logs_enabled   = true
    flow_logs_s3_bucket = "flow-logs"
    flow_logs_s3_prefix = "accelerator/"
  }
}
resource "aws_globalaccelerator_accelerator" "bad_access_log__omitted" {
  name = "omitted"
}

resource "aws_vpclattice_service" "ok_authorization__access_log" {
  name      = "right"
  auth_type = "AWS_IAM"
}
resource "aws_vpclattice_access_log_subscription" "service" {
  resource_identifier = aws_vpclattice_service.ok_authorization__access_log.id
  destination_arn     = "arn:aws:s3:::lattice-logs"
}
resource "aws_vpclattice_service" "bad_authorization__access_log__omitted" {
  name = "omitted"
}
resource "aws_vpclattice_service_network" "bad_access_log__omitted" {
  name = "network"
}
resource "aws_vpclattice_listener" "ok_transit" {
  name               = "right"
  protocol           = "HTTPS"
  service_identifier = aws_vpclattice_service.ok_authorization__access_log.id
  default_action {
    fixed_response {
      status_code = 404
    }
  }
}
resource "aws_vpclattice_listener" "bad_transit" {
  name               = "clear"
  protocol           = "HTTP"
  service_identifier = aws_vpclattice_service.ok_authorization__access_log.id
  default_action {
    fixed_response {
      status_code = 404
    }
  }
}
resource "aws_vpclattice_target_group" "bad_transit" {
  name = "clear"
  type = "INSTANCE"
  config {
    vpc_identifier = aws_vpc.ok_access_log.id
    port           = 80
    protocol       = "HTTP"
  }
}

resource "aws_vpc_endpoint_service" "bad_policy_exposure" {
  acceptance_required        = false
  allowed_principals         = ["*"]
  network_load_balancer_arns = ["arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/net/portal/50dc6c495c0c9188"]
}
resource "aws_vpc_endpoint_service" "ok_policy_exposure" {
  acceptance_required        = true
  allowed_principals         = ["*"]
  network_load_balancer_arns = ["arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/net/portal/50dc6c495c0c9188"]
}
# Nobody finds a service that allows no principal, and only those that it names find another.
resource "aws_vpc_endpoint_service" "ok_policy_exposure__nobody" {
  acceptance_required        = false
  network_load_balancer_arns = ["arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/net/portal/50dc6c495c0c9188"]
}
resource "aws_vpc_endpoint_service" "ok_policy_exposure__named" {
  acceptance_required        = false
  allowed_principals         = ["arn:aws:iam::444455556666:root"]
  network_load_balancer_arns = ["arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/net/portal/50dc6c495c0c9188"]
}
resource "aws_vpc_endpoint_service_allowed_principal" "bad_policy_exposure" {
  vpc_endpoint_service_id = "vpce-svc-0123456789abcdef0"
  principal_arn           = "*"
}

resource "aws_vpc_block_public_access_options" "ok_public_access_block" {
  internet_gateway_block_mode = "block-ingress"
}
resource "aws_vpc_block_public_access_options" "bad_public_access_block" {
  internet_gateway_block_mode = "off"
}

resource "aws_default_network_acl" "ok_ingress__omitted" {
  default_network_acl_id = aws_vpc.ok_access_log.default_network_acl_id
}
resource "aws_default_network_acl" "bad_ingress" {
  default_network_acl_id = aws_vpc.bad_access_log__omitted.default_network_acl_id
  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "tcp"
    from_port  = 0
    to_port    = 65535
    cidr_block = "0.0.0.0/0"
  }
}
# The rules that AWS itself gives to a default ACL: no `ingress` fact.
resource "aws_default_network_acl" "as_made_by_aws" {
  default_network_acl_id = "acl-0123456789abcdef0"
  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "-1"
    from_port  = 0
    to_port    = 0
    cidr_block = "0.0.0.0/0"
  }
}
resource "aws_network_acl_rule" "ok_ingress" {
  network_acl_id = aws_network_acl.ok_ingress.id
  rule_number    = 300
  rule_action    = "allow"
  protocol       = "tcp"
  from_port      = 5432
  to_port        = 5432
  cidr_block     = "10.0.0.0/16"
}
resource "aws_globalaccelerator_custom_routing_accelerator" "ok_access_log" {
  name = "right"
  attributes {
    flow_logs_enabled   = true
    flow_logs_s3_bucket = "flow-logs"
    flow_logs_s3_prefix = "accelerator/"
  }
}
resource "aws_globalaccelerator_custom_routing_accelerator" "bad_access_log__omitted" {
  name = "omitted"
}
resource "aws_verifiedaccess_instance_logging_configuration" "ok_access_log" {
  verifiedaccess_instance_id = "vai-0123456789abcdef0"
  access_logs {
    s3 {
      enabled     = true
      bucket_name = "access-logs"
    }
  }
}
resource "aws_verifiedaccess_instance_logging_configuration" "bad_access_log__omitted" {
  verifiedaccess_instance_id = "vai-0123456789abcdef0"
  access_logs {}
}
resource "aws_vpc_endpoint_service_allowed_principal" "ok_policy_exposure" {
  vpc_endpoint_service_id = "vpce-svc-0123456789abcdef0"
  principal_arn           = "arn:aws:iam::444455556666:root"
}
resource "aws_vpclattice_target_group" "ok_transit" {
  name = "right"
  type = "INSTANCE"
  config {
    vpc_identifier = aws_vpc.ok_access_log.id
    port           = 443
    protocol       = "HTTPS"
  }
}
resource "aws_verifiedaccess_group" "ok_encryption_key" {
  verifiedaccess_instance_id = "vai-0123456789abcdef0"
  sse_configuration {
    customer_managed_key_enabled = true
    kms_key_arn                  = aws_kms_key.key.arn
  }
}
resource "aws_verifiedaccess_group" "bad_encryption_key__omitted" {
  verifiedaccess_instance_id = "vai-0123456789abcdef0"
}
resource "aws_verifiedaccess_endpoint" "ok_encryption_key" {
  verified_access_group_id = "vagr-0123456789abcdef0"
  attachment_type          = "vpc"
  endpoint_type            = "network-interface"
  application_domain       = "portal.example.org"
  endpoint_domain_prefix   = "portal"
  domain_certificate_arn   = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012"
  sse_specification {
    customer_managed_key_enabled = true
    kms_key_arn                  = aws_kms_key.key.arn
  }
}
resource "aws_verifiedaccess_endpoint" "bad_encryption_key__omitted" {
  verified_access_group_id = "vagr-0123456789abcdef0"
  attachment_type          = "vpc"
  endpoint_type            = "network-interface"
  application_domain       = "portal.example.org"
  endpoint_domain_prefix   = "portal"
  domain_certificate_arn   = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012"
}
resource "aws_kms_key" "key" {}

resource "aws_vpclattice_auth_policy" "ok_policy_exposure" {
  resource_identifier = aws_vpclattice_service.ok_authorization__access_log.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:role/portal" }
      Action    = "vpc-lattice-svcs:Invoke"
      Resource  = "*"
    }]
  })
}

resource "aws_vpclattice_auth_policy" "bad_policy_exposure" {
  resource_identifier = aws_vpclattice_service.ok_authorization__access_log.arn
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "vpc-lattice-svcs:Invoke", Resource = "*" }]
  })
}

resource "aws_vpclattice_resource_policy" "ok_policy_exposure" {
  resource_arn = aws_vpclattice_service.ok_authorization__access_log.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:role/portal" }
      Action    = "vpc-lattice:GetService"
      Resource  = "*"
    }]
  })
}

resource "aws_vpclattice_resource_policy" "bad_policy_exposure" {
  resource_arn = aws_vpclattice_service.ok_authorization__access_log.arn
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "vpc-lattice:GetService", Resource = "*" }]
  })
}
