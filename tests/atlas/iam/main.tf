# Facts of AWS IAM; see tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

locals {
  narrow = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["s3:GetObject"], Resource = "arn:aws:s3:::documents/*" }]
  })
  full = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }]
  })
  lambda = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
  anyone = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "*" } }]
  })
  instance   = "arn:aws:sso:::instance/ssoins-1234567890abcdef"
  permission = "arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-1234567890abcdef"
}

resource "aws_iam_policy" "ok_iam_statements" {
  policy = local.narrow
}
resource "aws_iam_policy" "bad_iam_statements" {
  policy = local.full
}

resource "aws_iam_role_policy" "ok_iam_statements" {
  role   = "portal"
  policy = local.narrow
}
resource "aws_iam_role_policy" "bad_iam_statements" {
  role   = "portal"
  policy = local.full
}

resource "aws_iam_group_policy" "ok_iam_statements" {
  group  = "staff"
  policy = local.narrow
}
resource "aws_iam_group_policy" "bad_iam_statements" {
  group  = "staff"
  policy = local.full
}

resource "aws_iam_user_policy" "bad_iam_statements__direct_grant" {
  user   = aws_iam_user.bad_direct_grant.name
  policy = local.full
}

resource "aws_iam_user" "bad_direct_grant" {
  name = "granted"
}
resource "aws_iam_user" "ok_direct_grant" {
  name = "member"
}

resource "aws_iam_role" "ok_trust__iam_statements" {
  assume_role_policy  = local.lambda
  managed_policy_arns = ["arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"]
}
resource "aws_iam_role" "bad_trust__iam_statements" {
  assume_role_policy  = local.anyone
  managed_policy_arns = ["arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess", "arn:aws:iam::aws:policy/AdministratorAccess"]
}
resource "aws_iam_role" "bad_iam_statements__inline" {
  assume_role_policy = local.lambda
  inline_policy {
    name   = "full"
    policy = local.full
  }
}

resource "aws_iam_role_policy_attachment" "ok_iam_statements" {
  role       = "portal"
  policy_arn = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"
}
resource "aws_iam_role_policy_attachment" "bad_iam_statements" {
  role       = "portal"
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}
resource "aws_iam_group_policy_attachment" "bad_iam_statements" {
  group      = "staff"
  policy_arn = "arn:aws:iam::aws:policy/IAMFullAccess"
}
resource "aws_iam_user_policy_attachment" "bad_direct_grant__iam_statements" {
  user       = "somebody"
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}
resource "aws_iam_policy_attachment" "ok_direct_grant__iam_statements" {
  name       = "roles"
  roles      = ["portal"]
  policy_arn = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"
}
resource "aws_iam_policy_attachment" "bad_direct_grant__iam_statements" {
  name       = "users"
  users      = ["somebody"]
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}
resource "aws_iam_user_policies_exclusive" "bad_direct_grant" {
  user_name    = "somebody"
  policy_names = ["kept"]
}
resource "aws_iam_user_policies_exclusive" "ok_direct_grant" {
  user_name    = "somebody"
  policy_names = []
}
resource "aws_iam_user_policy_attachments_exclusive" "bad_direct_grant" {
  user_name   = "somebody"
  policy_arns = ["arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"]
}

resource "aws_ssoadmin_permission_set_inline_policy" "bad_iam_statements" {
  instance_arn       = local.instance
  permission_set_arn = local.permission
  inline_policy      = local.full
}
resource "aws_ssoadmin_managed_policy_attachment" "bad_iam_statements" {
  instance_arn       = local.instance
  permission_set_arn = local.permission
  managed_policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}
resource "aws_ssoadmin_managed_policy_attachment" "ok_iam_statements" {
  instance_arn       = local.instance
  permission_set_arn = local.permission
  managed_policy_arn = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"
}

resource "aws_iam_access_key" "bad_plain_secret__omitted" {
  user = "somebody"
}
resource "aws_iam_access_key" "ok_plain_secret" {
  user    = "somebody"
  pgp_key = "keybase:somebody"
}
resource "aws_iam_user_login_profile" "bad_plain_secret__omitted" {
  user = "somebody"
}
resource "aws_iam_user_login_profile" "ok_plain_secret" {
  user    = "somebody"
  pgp_key = "keybase:somebody"
}

resource "aws_acm_certificate" "ok_transit" {
  domain_name       = "portal.example.org"
  validation_method = "DNS"
}
resource "aws_acm_certificate" "bad_transit" {
  domain_name       = "old.example.org"
  validation_method = "DNS"
  key_algorithm     = "RSA_1024"
}

resource "aws_iam_user_policy" "ok_iam_statements" {
  user   = aws_iam_user.bad_direct_grant.name
  policy = local.narrow
}
resource "aws_iam_group_policy_attachment" "ok_iam_statements" {
  group      = "staff"
  policy_arn = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"
}
resource "aws_iam_user_policy_attachment" "ok_iam_statements" {
  user       = "somebody"
  policy_arn = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"
}
resource "aws_iam_user_policy_attachments_exclusive" "ok_direct_grant" {
  user_name   = "somebody"
  policy_arns = []
}
resource "aws_ssoadmin_permission_set_inline_policy" "ok_iam_statements" {
  instance_arn       = local.instance
  permission_set_arn = local.permission
  inline_policy      = local.narrow
}

resource "aws_organizations_resource_policy" "ok_policy_exposure" {
  content = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:role/portal" }
      Action    = "organizations:DescribeOrganization"
      Resource  = "*"
    }]
  })
}

resource "aws_organizations_resource_policy" "bad_policy_exposure" {
  content = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "organizations:DescribeOrganization", Resource = "*" }]
  })
}

resource "aws_acmpca_policy" "ok_policy_exposure" {
  resource_arn = "arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/12345678-1234-1234-1234-123456789012"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:role/portal" }
      Action    = "acm-pca:IssueCertificate"
      Resource  = "*"
    }]
  })
}

resource "aws_acmpca_policy" "bad_policy_exposure" {
  resource_arn = "arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/12345678-1234-1234-1234-123456789012"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "acm-pca:IssueCertificate", Resource = "*" }]
  })
}
