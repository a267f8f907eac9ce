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

# What users keep, and what is asked of them.
resource "aws_iam_user" "ok_group_membership__inline_policy" {
  name = "nurse"
}
resource "aws_iam_user_group_membership" "nurse" {
  user   = aws_iam_user.ok_group_membership__inline_policy.name
  groups = [aws_iam_group.ok_group_second_factor__inline_policy.name]
}
resource "aws_iam_user" "ok_group_membership__listed" {
  name = "registrar"
}
resource "aws_iam_group_membership" "registrars" {
  name  = "registrars"
  group = aws_iam_group.bad_group_second_factor__inline_policy.name
  users = [aws_iam_user.ok_group_membership__listed.name]
}
resource "aws_iam_user" "bad_user_credentials__group_membership__inline_policy" {
  name = "scanner"
}
resource "aws_iam_access_key" "bad_long_lived_key__omitted" {
  user    = aws_iam_user.bad_user_credentials__group_membership__inline_policy.name
  pgp_key = "keybase:somebody"
}
resource "aws_iam_access_key" "bad_long_lived_key__root" {
  user    = "root"
  pgp_key = "keybase:somebody"
}
resource "aws_iam_access_key" "ok_long_lived_key" {
  user    = "former"
  pgp_key = "keybase:somebody"
  status  = "Inactive"
}
resource "aws_iam_user_policy" "scanner" {
  user   = aws_iam_user.bad_user_credentials__group_membership__inline_policy.name
  policy = local.narrow
}
resource "aws_iam_user" "bad_user_credentials__password" {
  name = "temp"
}
resource "aws_iam_user_login_profile" "bad_console_second_factor" {
  user    = aws_iam_user.bad_user_credentials__password.name
  pgp_key = "keybase:somebody"
}
resource "aws_iam_user_login_profile" "bad_console_second_factor__group_without" {
  user    = aws_iam_user.ok_group_membership__listed.name
  pgp_key = "keybase:somebody"
}
resource "aws_iam_user_login_profile" "ok_console_second_factor" {
  user    = aws_iam_user.ok_group_membership__inline_policy.name
  pgp_key = "keybase:somebody"
}

locals {
  second_factor = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      NotAction = ["iam:CreateVirtualMFADevice", "iam:EnableMFADevice", "iam:ListMFADevices", "sts:GetSessionToken"]
      Resource  = "*"
      Condition = { BoolIfExists = { "aws:MultiFactorAuthPresent" = "false" } }
    }]
  })
}
resource "aws_iam_group" "ok_group_second_factor__inline_policy" {
  name = "nurses"
}
resource "aws_iam_policy" "second_factor" {
  policy = local.second_factor
}
resource "aws_iam_group_policy_attachment" "second_factor" {
  group      = aws_iam_group.ok_group_second_factor__inline_policy.name
  policy_arn = aws_iam_policy.second_factor.arn
}
resource "aws_iam_group" "ok_group_second_factor__written_in" {
  name = "doctors"
}
resource "aws_iam_group_policy" "second_factor" {
  group  = aws_iam_group.ok_group_second_factor__written_in.name
  policy = local.second_factor
}
resource "aws_iam_group" "bad_group_second_factor__inline_policy" {
  name = "registrars"
}
resource "aws_iam_group_policy" "registrars" {
  group  = aws_iam_group.bad_group_second_factor__inline_policy.name
  policy = local.narrow
}
resource "aws_iam_group" "bad_group_second_factor__in_office_hours" {
  name = "visitors"
}
resource "aws_iam_group_policy" "visitors" {
  group = aws_iam_group.bad_group_second_factor__in_office_hours.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Deny"
      Action   = "*"
      Resource = "*"
      Condition = {
        BoolIfExists = { "aws:MultiFactorAuthPresent" = "false" }
        StringEquals = { "aws:RequestedRegion" = "us-east-1" }
      }
    }]
  })
}

resource "aws_iam_role" "ok_inline_policy" {
  name               = "reports"
  assume_role_policy = local.lambda
}
resource "aws_iam_role" "bad_inline_policy" {
  name               = "imports"
  assume_role_policy = local.lambda
}
resource "aws_iam_role_policy" "imports" {
  role   = aws_iam_role.bad_inline_policy.name
  policy = local.narrow
}
resource "aws_iam_role" "bad_inline_policy__block" {
  assume_role_policy = local.lambda
  inline_policy {
    name   = "narrow"
    policy = local.narrow
  }
}

# The provider asks for a thousand characters at least.
resource "aws_iam_saml_provider" "ok_federation" {
  name                   = "directory"
  saml_metadata_document = "<EntityDescriptor xmlns=\"urn:oasis:names:tc:SAML:2.0:metadata\" entityID=\"https://login.example.org\"><IDPSSODescriptor protocolSupportEnumeration=\"urn:oasis:names:tc:SAML:2.0:protocol\"><KeyDescriptor use=\"signing\"><KeyInfo><X509Data><X509Certificate>${join("", [for number in range(250) : "MIIC"])}</X509Certificate></X509Data></KeyInfo></KeyDescriptor></IDPSSODescriptor></EntityDescriptor>"
}
resource "aws_iam_saml_provider" "bad_federation" {
  name                   = "placeholder"
  saml_metadata_document = "<EntityDescriptor xmlns=\"urn:oasis:names:tc:SAML:2.0:metadata\" entityID=\"https://login.example.org\"><!-- ${join("", [for number in range(250) : "TODO"])} --></EntityDescriptor>"
}

resource "aws_rolesanywhere_profile" "ok_session_policy" {
  name           = "imaging"
  role_arns      = ["arn:aws:iam::111122223333:role/imaging"]
  enabled        = true
  session_policy = local.narrow
}
resource "aws_rolesanywhere_profile" "ok_session_policy__managed" {
  name                = "laboratory"
  role_arns           = ["arn:aws:iam::111122223333:role/laboratory"]
  managed_policy_arns = ["arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"]
}
resource "aws_rolesanywhere_profile" "bad_session_policy__omitted" {
  name      = "scanners"
  role_arns = ["arn:aws:iam::111122223333:role/scanners"]
  enabled   = true
}

resource "aws_s3_bucket_policy" "ok_bucket_lockout" {
  bucket = "letters"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = ["arn:aws:s3:::letters", "arn:aws:s3:::letters/*"]
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
      { Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::letters/*" },
      { Effect = "Deny", Principal = "*", Action = "s3:DeleteBucket", Resource = "arn:aws:s3:::letters" },
    ]
  })
}
resource "aws_s3_bucket_policy" "bad_bucket_lockout" {
  bucket = "letters"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Deny", Principal = "*", Action = "s3:*", Resource = ["arn:aws:s3:::letters", "arn:aws:s3:::letters/*"] }]
  })
}

# What endpoints let through.
locals {
  perimeter = {
    for name, condition in {
      owned   = { StringEquals = { "aws:ResourceAccount" = "111122223333" } }
      callers = { StringEquals = { "aws:PrincipalOrgID" = "o-abcdefghij" } }
      network = { StringEquals = { "aws:SourceVpc" = "vpc-0123456789abcdef0" } }
      } : name => jsonencode({
        Version   = "2012-10-17"
        Statement = [{ Effect = "Allow", Principal = "*", Action = "*", Resource = "*", Condition = condition }]
    })
  }
  through = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "*", Resource = "*" }]
  })
}
resource "aws_vpc_endpoint" "ok_endpoint_perimeter__endpoint_policy" {
  vpc_id       = "vpc-0123456789abcdef0"
  service_name = "com.amazonaws.us-east-1.s3"
  policy       = local.perimeter.owned
}
resource "aws_vpc_endpoint" "ok_endpoint_perimeter__callers" {
  vpc_id       = "vpc-0123456789abcdef0"
  service_name = "com.amazonaws.us-east-1.dynamodb"
  policy       = local.perimeter.callers
}
resource "aws_vpc_endpoint" "ok_endpoint_perimeter__named" {
  vpc_id       = "vpc-0123456789abcdef0"
  service_name = "com.amazonaws.us-east-1.s3"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:*", Resource = ["arn:aws:s3:::letters", "arn:aws:s3:::letters/*"] }]
  })
}
resource "aws_vpc_endpoint" "ok_endpoint_perimeter__others_refused" {
  vpc_id       = "vpc-0123456789abcdef0"
  service_name = "com.amazonaws.us-east-1.s3"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = "*", Action = "*", Resource = "*" },
      { Effect = "Deny", Principal = "*", Action = "*", Resource = "*", Condition = { StringNotEquals = { "aws:ResourceOrgID" = "o-abcdefghij" } } },
    ]
  })
}
resource "aws_vpc_endpoint" "bad_endpoint_perimeter" {
  vpc_id       = "vpc-0123456789abcdef0"
  service_name = "com.amazonaws.us-east-1.s3"
  policy       = local.through
}
resource "aws_vpc_endpoint" "bad_endpoint_perimeter__network" {
  vpc_id       = "vpc-0123456789abcdef0"
  service_name = "com.amazonaws.us-east-1.s3"
  policy       = local.perimeter.network
}
resource "aws_vpc_endpoint" "bad_endpoint_perimeter__named_in_part" {
  vpc_id       = "vpc-0123456789abcdef0"
  service_name = "com.amazonaws.us-east-1.s3"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:*", Resource = ["arn:aws:s3:::letters/*", "arn:aws:s3:::*"] }]
  })
}
resource "aws_vpc_endpoint" "bad_endpoint_policy__omitted" {
  vpc_id       = "vpc-0123456789abcdef0"
  service_name = "com.amazonaws.us-east-1.dynamodb"
}
resource "aws_vpc_endpoint" "ok_endpoint_policy__beside" {
  vpc_id       = "vpc-0123456789abcdef0"
  service_name = "com.amazonaws.us-east-1.dynamodb"
}
resource "aws_vpc_endpoint_policy" "ok_endpoint_perimeter" {
  vpc_endpoint_id = aws_vpc_endpoint.ok_endpoint_policy__beside.id
  policy          = local.perimeter.owned
}
resource "aws_vpc_endpoint_policy" "bad_endpoint_perimeter" {
  vpc_endpoint_id = "vpce-0123456789abcdef0"
  policy          = local.through
}

resource "aws_accessanalyzer_analyzer" "ok_access_analyzer" {
  analyzer_name = "outsiders"
  type          = "ORGANIZATION"
}
resource "aws_iam_user" "ok_user_credentials" {
  name = "directory"
}
