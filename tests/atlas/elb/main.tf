# Facts of Elastic Load Balancing; see tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

locals {
  subnets     = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  certificate = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012"
  target      = "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/portal/73e2d6bc24d8a067"
  balancer    = "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/portal/50dc6c495c0c9188"
  listener    = "arn:aws:elasticloadbalancing:us-east-1:111122223333:listener/app/portal/50dc6c495c0c9188/f2f7dc8efc522ab2"
}

resource "aws_lb" "ok_public_edge__access_log__deletion_protection" {
  name                       = "right"
  internal                   = true
  subnets                    = local.subnets
  enable_deletion_protection = true
  access_logs {
    bucket  = "balancer-logs"
    enabled = true
  }
}

resource "aws_lb" "bad_public_edge__access_log__deletion_protection__omitted" {
  name    = "omitted"
  subnets = local.subnets
}

resource "aws_lb" "bad_access_log__not_enabled" {
  name    = "bucket-only"
  subnets = local.subnets
  access_logs {
    bucket = "balancer-logs"
  }
}

resource "aws_lb" "ok_public_edge__gateway" {
  name               = "gateway"
  load_balancer_type = "gateway"
  subnets            = local.subnets
}

resource "aws_alb" "bad_public_edge" {
  name     = "old-name"
  internal = false
  subnets  = local.subnets
}

resource "aws_lb_listener" "ok_transit" {
  load_balancer_arn = aws_lb.ok_public_edge__access_log__deletion_protection.arn
  port              = 443
  protocol          = "HTTPS"
  certificate_arn   = local.certificate
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-Res-2021-06"
  default_action {
    type             = "forward"
    target_group_arn = local.target
  }
}

resource "aws_lb_listener" "bad_transit__policy_omitted" {
  load_balancer_arn = aws_lb.ok_public_edge__access_log__deletion_protection.arn
  port              = 8443
  protocol          = "HTTPS"
  certificate_arn   = local.certificate
  default_action {
    type             = "forward"
    target_group_arn = local.target
  }
}

resource "aws_lb_listener" "bad_transit__old_policy" {
  load_balancer_arn = aws_lb.ok_public_edge__access_log__deletion_protection.arn
  port              = 9443
  protocol          = "TLS"
  certificate_arn   = local.certificate
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-0-2021-06"
  default_action {
    type             = "forward"
    target_group_arn = local.target
  }
}

resource "aws_lb_listener" "bad_transit__protocol_omitted" {
  load_balancer_arn = aws_lb.ok_public_edge__access_log__deletion_protection.arn
  port              = 8080
  default_action {
    type             = "forward"
    target_group_arn = local.target
  }
}

resource "aws_lb_listener" "ok_transit__redirect" {
  load_balancer_arn = aws_lb.ok_public_edge__access_log__deletion_protection.arn
  port              = 80
  protocol          = "HTTP"
  default_action {
    type = "redirect"
    redirect {
      port        = "443"
      protocol    = "HTTPS"
      status_code = "HTTP_301"
    }
  }
}

resource "aws_lb_listener" "bad_transit__redirect_to_itself" {
  load_balancer_arn = aws_lb.ok_public_edge__access_log__deletion_protection.arn
  port              = 81
  protocol          = "HTTP"
  default_action {
    type = "redirect"
    redirect {
      host        = "www.example.org"
      protocol    = "HTTP"
      status_code = "HTTP_301"
    }
  }
}

resource "aws_alb_listener" "bad_transit" {
  load_balancer_arn = aws_lb.ok_public_edge__access_log__deletion_protection.arn
  port              = 82
  protocol          = "HTTP"
  default_action {
    type             = "forward"
    target_group_arn = local.target
  }
}

resource "aws_lb_listener_rule" "bad_transit" {
  listener_arn = aws_lb_listener.ok_transit.arn
  action {
    type = "redirect"
    redirect {
      protocol    = "HTTP"
      status_code = "HTTP_302"
    }
  }
  condition {
    path_pattern {
      values = ["/old/*"]
    }
  }
}

resource "aws_lb_target_group" "ok_transit" {
  name     = "right"
  port     = 8443
  protocol = "HTTPS"
  vpc_id   = "vpc-0123456789abcdef0"
}

resource "aws_lb_target_group" "bad_transit" {
  name     = "clear"
  port     = 8080
  protocol = "HTTP"
  vpc_id   = "vpc-0123456789abcdef0"
}

resource "aws_alb_target_group" "bad_transit" {
  name     = "clear-too"
  port     = 8080
  protocol = "HTTP"
  vpc_id   = "vpc-0123456789abcdef0"
}

resource "aws_elb" "ok_public_edge__access_log__transit" {
  name     = "right"
  internal = true
  subnets  = local.subnets
  listener {
    instance_port      = 8443
    instance_protocol  = "https"
    lb_port            = 443
    lb_protocol        = "https"
    ssl_certificate_id = local.certificate
  }
  access_logs {
    bucket = "balancer-logs"
  }
}

resource "aws_load_balancer_policy" "ok_transit" {
  load_balancer_name = aws_elb.ok_public_edge__access_log__transit.name
  policy_name        = "tls"
  policy_type_name   = "SSLNegotiationPolicyType"
  policy_attribute {
    name  = "Reference-Security-Policy"
    value = "ELBSecurityPolicy-TLS-1-2-2017-01"
  }
}

resource "aws_load_balancer_listener_policy" "listener" {
  load_balancer_name = aws_elb.ok_public_edge__access_log__transit.name
  load_balancer_port = 443
  policy_names       = [aws_load_balancer_policy.ok_transit.policy_name]
}

resource "aws_elb" "bad_public_edge__access_log__transit__omitted" {
  name    = "omitted"
  subnets = local.subnets
  listener {
    instance_port     = 8080
    instance_protocol = "http"
    lb_port           = 80
    lb_protocol       = "http"
  }
}

resource "aws_elb" "bad_transit__default_policy" {
  name    = "default-policy"
  subnets = local.subnets
  listener {
    instance_port      = 8080
    instance_protocol  = "http"
    lb_port            = 443
    lb_protocol        = "https"
    ssl_certificate_id = local.certificate
  }
}

resource "aws_load_balancer_policy" "bad_transit" {
  load_balancer_name = "old"
  policy_name        = "old"
  policy_type_name   = "SSLNegotiationPolicyType"
  policy_attribute {
    name  = "Protocol-TLSv1"
    value = "true"
  }
  policy_attribute {
    name  = "Protocol-TLSv1.2"
    value = "true"
  }
}

resource "aws_lb_ssl_negotiation_policy" "bad_transit" {
  name          = "old"
  load_balancer = "old"
  lb_port       = 443
  attribute {
    name  = "Reference-Security-Policy"
    value = "ELBSecurityPolicy-2016-08"
  }
}

resource "aws_lb_ssl_negotiation_policy" "ok_transit" {
  name          = "tls"
  load_balancer = "old"
  lb_port       = 443
  attribute {
    name  = "Protocol-TLSv1"
    value = "false"
  }
  attribute {
    name  = "Protocol-TLSv1.2"
    value = "true"
  }
}

resource "aws_alb" "ok_public_edge__access_log__deletion_protection" {
  name                       = "old-name-right"
  internal                   = true
  subnets                    = local.subnets
  enable_deletion_protection = true
  access_logs {
    bucket  = "balancer-logs"
    enabled = true
  }
}

resource "aws_alb" "bad_access_log__deletion_protection__omitted" {
  name    = "old-name-omitted"
  subnets = local.subnets
}

resource "aws_alb_listener" "ok_transit" {
  load_balancer_arn = aws_alb.ok_public_edge__access_log__deletion_protection.arn
  port              = 443
  protocol          = "HTTPS"
  certificate_arn   = local.certificate
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-3-2021-06"
  default_action {
    type             = "forward"
    target_group_arn = local.target
  }
}

resource "aws_alb_target_group" "ok_transit" {
  name     = "right-too"
  port     = 8443
  protocol = "HTTPS"
  vpc_id   = "vpc-0123456789abcdef0"
}

resource "aws_alb_listener_rule" "bad_transit" {
  listener_arn = aws_lb_listener.ok_transit.arn
  action {
    type = "redirect"
    redirect {
      protocol    = "HTTP"
      status_code = "HTTP_302"
    }
  }
  condition {
    path_pattern {
      values = ["/old/*"]
    }
  }
}

resource "aws_lb" "ok_web_acl__request_parsing__zone_spread" {
  name                       = "guarded"
  subnets                    = local.subnets
  drop_invalid_header_fields = true
}

resource "aws_wafv2_web_acl_association" "lb" {
  resource_arn = aws_lb.ok_web_acl__request_parsing__zone_spread.arn
  web_acl_arn  = "arn:aws:wafv2:us-east-1:111122223333:regional/webacl/portal/12345678-1234-1234-1234-123456789012"
}

resource "aws_lb" "bad_web_acl__request_parsing__zone_spread__omitted" {
  name    = "unguarded"
  subnets = ["subnet-0123456789abcdef0"]
}

resource "aws_lb" "bad_request_parsing__only_watched" {
  name                       = "watched"
  subnets                    = local.subnets
  drop_invalid_header_fields = true
  desync_mitigation_mode     = "monitor"
}

resource "aws_lb" "ok_cross_zone" {
  name                             = "across"
  load_balancer_type               = "network"
  subnets                          = local.subnets
  enable_cross_zone_load_balancing = true
}

resource "aws_lb" "bad_cross_zone__zone_spread__omitted" {
  name               = "within"
  load_balancer_type = "network"
  subnet_mapping {
    subnet_id = "subnet-0123456789abcdef0"
  }
}

resource "aws_lb_listener" "ok_certificate_store" {
  load_balancer_arn = local.balancer
  port              = 443
  protocol          = "HTTPS"
  certificate_arn   = local.certificate
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-Res-2021-06"
  default_action {
    type             = "forward"
    target_group_arn = local.target
  }
}

resource "aws_lb_listener" "bad_certificate_store" {
  load_balancer_arn = local.balancer
  port              = 443
  protocol          = "HTTPS"
  certificate_arn   = "arn:aws:iam::111122223333:server-certificate/portal"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-Res-2021-06"
  default_action {
    type             = "forward"
    target_group_arn = local.target
  }
}

resource "aws_lb_listener_certificate" "ok_certificate_store" {
  listener_arn    = local.listener
  certificate_arn = aws_acm_certificate.portal.arn
}

resource "aws_lb_listener_certificate" "bad_certificate_store" {
  listener_arn    = local.listener
  certificate_arn = aws_iam_server_certificate.portal.arn
}

resource "aws_alb" "ok_web_acl__request_parsing__zone_spread" {
  name                       = "old-guarded"
  subnets                    = local.subnets
  drop_invalid_header_fields = true
}

resource "aws_wafregional_web_acl_association" "alb" {
  resource_arn = aws_alb.ok_web_acl__request_parsing__zone_spread.arn
  web_acl_id   = "12345678-1234-1234-1234-123456789012"
}

resource "aws_alb" "bad_web_acl__request_parsing__zone_spread__omitted" {
  name    = "old-unguarded"
  subnets = ["subnet-0123456789abcdef0"]
}

resource "aws_alb" "bad_request_parsing__only_watched" {
  name                       = "old-watched"
  subnets                    = local.subnets
  drop_invalid_header_fields = true
  desync_mitigation_mode     = "monitor"
}

resource "aws_alb" "ok_cross_zone" {
  name                             = "old-across"
  load_balancer_type               = "network"
  subnets                          = local.subnets
  enable_cross_zone_load_balancing = true
}

resource "aws_alb" "bad_cross_zone__zone_spread__omitted" {
  name               = "old-within"
  load_balancer_type = "network"
  subnet_mapping {
    subnet_id = "subnet-0123456789abcdef0"
  }
}

resource "aws_alb_listener" "ok_certificate_store" {
  load_balancer_arn = local.balancer
  port              = 443
  protocol          = "HTTPS"
  certificate_arn   = local.certificate
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-Res-2021-06"
  default_action {
    type             = "forward"
    target_group_arn = local.target
  }
}

resource "aws_alb_listener" "bad_certificate_store" {
  load_balancer_arn = local.balancer
  port              = 443
  protocol          = "HTTPS"
  certificate_arn   = "arn:aws:iam::111122223333:server-certificate/portal"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-Res-2021-06"
  default_action {
    type             = "forward"
    target_group_arn = local.target
  }
}

resource "aws_alb_listener_certificate" "ok_certificate_store" {
  listener_arn    = local.listener
  certificate_arn = aws_acm_certificate.portal.arn
}

resource "aws_alb_listener_certificate" "bad_certificate_store" {
  listener_arn    = local.listener
  certificate_arn = aws_iam_server_certificate.portal.arn
}

resource "aws_acm_certificate" "portal" {
  domain_name       = "portal.example.org"
  validation_method = "DNS"
}

# Neither the certificate nor the key is one: the plan does not read them.
resource "aws_iam_server_certificate" "portal" {
  name             = "portal"
  certificate_body = "certificate"
  private_key      = "key"
}

resource "aws_elb" "ok_request_parsing__cross_zone__zone_spread__certificate_store" {
  name    = "strict"
  subnets = local.subnets
  listener {
    instance_port      = 8443
    instance_protocol  = "https"
    lb_port            = 443
    lb_protocol        = "https"
    ssl_certificate_id = local.certificate
  }
}

resource "aws_elb" "bad_request_parsing__cross_zone__zone_spread__certificate_store" {
  name                      = "lenient"
  availability_zones        = ["us-east-1a"]
  cross_zone_load_balancing = false
  desync_mitigation_mode    = "monitor"
  listener {
    instance_port      = 8443
    instance_protocol  = "https"
    lb_port            = 443
    lb_protocol        = "https"
    ssl_certificate_id = "arn:aws:iam::111122223333:server-certificate/portal"
  }
}
