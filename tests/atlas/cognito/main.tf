# Facts of Amazon Cognito; see tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_cognito_user_pool" "ok_encryption__deletion_protection" {
  name                = "right"
  deletion_protection = "ACTIVE"
}

resource "aws_cognito_user_pool" "bad_deletion_protection__omitted" {
  name = "omitted"
}

resource "aws_cognito_identity_pool" "ok_authorization" {
  identity_pool_name = "right"
}

resource "aws_cognito_identity_pool" "bad_authorization" {
  identity_pool_name               = "guests"
  allow_unauthenticated_identities = true
}

resource "aws_cognito_user" "bad_plain_secret" {
  user_pool_id       = "us-east-1_abcdefghi"
  username           = "somebody"
  temporary_password = "correct-Horse-battery-9"
}

resource "aws_cognito_user" "ok_plain_secret" {
  user_pool_id = "us-east-1_abcdefghi"
  username     = "nobody"
}

resource "aws_cognito_user_pool" "ok_web_acl" {
  name = "guarded"
}

resource "aws_wafv2_web_acl_association" "pool" {
  resource_arn = aws_cognito_user_pool.ok_web_acl.arn
  web_acl_arn  = "arn:aws:wafv2:us-east-1:111122223333:regional/webacl/portal/12345678-1234-1234-1234-123456789012"
}

resource "aws_cognito_user_pool" "bad_web_acl__omitted" {
  name = "unguarded"
}
