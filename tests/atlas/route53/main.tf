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
