# Facts of Elastic Load Balancing; see tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

locals {
  subnets     = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  certificate = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012"
  target      = "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/portal/73e2d6bc24d8a067"
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
