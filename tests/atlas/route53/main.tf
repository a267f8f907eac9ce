# Facts of Amazon Route 53; see tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_route53_zone" "ok_access_log" {
  name = "right.example.org"
}

resource "aws_route53_query_log" "queries" {
  zone_id                  = aws_route53_zone.ok_access_log.zone_id
  cloudwatch_log_group_arn = "arn:aws:logs:us-east-1:111122223333:log-group:/aws/route53/right"
}

resource "aws_route53_zone" "bad_access_log__omitted" {
  name = "omitted.example.org"
}

# A private zone has nothing to claim.
resource "aws_route53_zone" "private" {
  name = "private.example.org"
  vpc {
    vpc_id = "vpc-0123456789abcdef0"
  }
}

resource "aws_route53_zone" "ok_domain_signing" {
  name = "signed.example.org"
}

resource "aws_route53_hosted_zone_dnssec" "signed" {
  hosted_zone_id = aws_route53_zone.ok_domain_signing.zone_id
}

resource "aws_route53_zone" "bad_domain_signing__omitted" {
  name = "unsigned.example.org"
}

resource "aws_route53_zone" "bad_domain_signing__stopped" {
  name = "stopped.example.org"
}

resource "aws_route53_hosted_zone_dnssec" "stopped" {
  hosted_zone_id = aws_route53_zone.bad_domain_signing__stopped.zone_id
  signing_status = "NOT_SIGNING"
}

resource "aws_eip" "portal" {
  domain = "vpc"
}

resource "aws_lb" "portal" {
  name    = "portal"
  subnets = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
}

resource "aws_route53_record" "ok_declared_target" {
  zone_id = aws_route53_zone.ok_domain_signing.zone_id
  name    = "portal"
  type    = "A"
  alias {
    name                   = aws_lb.portal.dns_name
    zone_id                = aws_lb.portal.zone_id
    evaluate_target_health = true
  }
}

resource "aws_route53_record" "ok_declared_target__address" {
  zone_id = aws_route53_zone.ok_domain_signing.zone_id
  name    = "vpn"
  type    = "A"
  ttl     = 300
  records = [aws_eip.portal.public_ip]
}

resource "aws_route53_record" "bad_declared_target__alias" {
  zone_id = aws_route53_zone.ok_domain_signing.zone_id
  name    = "old"
  type    = "A"
  alias {
    name                   = "old-1234567890.us-east-1.elb.amazonaws.com"
    zone_id                = "Z35SXDOTRQ7X7K"
    evaluate_target_health = true
  }
}

resource "aws_route53_record" "bad_declared_target__address" {
  zone_id = aws_route53_zone.ok_domain_signing.zone_id
  name    = "older"
  type    = "A"
  ttl     = 300
  records = ["203.0.113.10"]
}

resource "aws_route53_record" "bad_declared_target__name" {
  zone_id = aws_route53_zone.ok_domain_signing.zone_id
  name    = "oldest"
  type    = "CNAME"
  ttl     = 300
  records = ["oldest.s3-website-us-east-1.amazonaws.com"]
}

# Nobody outside can take over a private address, and what another company runs is its own.
resource "aws_route53_record" "inside" {
  zone_id = aws_route53_zone.ok_domain_signing.zone_id
  name    = "inside"
  type    = "A"
  ttl     = 300
  records = ["10.0.0.10"]
}

resource "aws_route53_record" "elsewhere" {
  zone_id = aws_route53_zone.ok_domain_signing.zone_id
  name    = "elsewhere"
  type    = "CNAME"
  ttl     = 300
  records = ["portal.example.com"]
}
