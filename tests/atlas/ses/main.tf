# Facts of Amazon SES; see tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_kms_key" "key" {}

locals {
  everyone = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "ses:SendEmail", Resource = "*" }]
  })
}

resource "aws_ses_configuration_set" "ok_transit" {
  name = "right"
  delivery_options {
    tls_policy = "Require"
  }
}

resource "aws_ses_configuration_set" "bad_transit__omitted" {
  name = "omitted"
}

resource "aws_sesv2_configuration_set" "ok_transit" {
  configuration_set_name = "right"
  delivery_options {
    tls_policy = "REQUIRE"
  }
}

resource "aws_sesv2_configuration_set" "bad_transit" {
  configuration_set_name = "optional"
  delivery_options {
    tls_policy = "OPTIONAL"
  }
}

resource "aws_ses_receipt_rule" "ok_transit__encryption_key" {
  name          = "right"
  rule_set_name = "inbound"
  tls_policy    = "Require"
  s3_action {
    bucket_name = "mail"
    position    = 1
    kms_key_arn = aws_kms_key.key.arn
  }
}

resource "aws_ses_receipt_rule" "bad_transit__encryption_key__omitted" {
  name          = "omitted"
  rule_set_name = "inbound"
  s3_action {
    bucket_name = "mail"
    position    = 1
  }
}

resource "aws_ses_identity_policy" "bad_policy_exposure" {
  identity = "example.org"
  name     = "everyone"
  policy   = local.everyone
}

resource "aws_sesv2_email_identity_policy" "bad_policy_exposure" {
  email_identity = "example.org"
  policy_name    = "everyone"
  policy         = local.everyone
}

resource "aws_ses_identity_policy" "ok_policy_exposure" {
  identity = "example.org"
  name     = "one"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:role/portal" }
      Action    = "ses:SendEmail"
      Resource  = "*"
    }]
  })
}

resource "aws_sesv2_email_identity_policy" "ok_policy_exposure" {
  email_identity = "example.org"
  policy_name    = "one"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:role/portal" }
      Action    = "ses:SendEmail"
      Resource  = "*"
    }]
  })
}

resource "aws_ses_domain_identity" "ok_domain_signing" {
  domain = "right.example.org"
}

resource "aws_ses_domain_dkim" "right" {
  domain = aws_ses_domain_identity.ok_domain_signing.domain
}

resource "aws_ses_domain_identity" "bad_domain_signing__omitted" {
  domain = "omitted.example.org"
}
