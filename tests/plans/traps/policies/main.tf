# Policies, ACLs and secrets where the answer needs a second resource.

provider "aws" {
  region                      = "us-east-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
}

locals {
  everyone = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "arn:aws:s3:::records/*" }]
  })
}

resource "aws_s3_bucket" "open" {
  bucket = "records-open"
}

resource "aws_s3_bucket_policy" "open" {
  bucket = aws_s3_bucket.open.id
  policy = local.everyone
}

resource "aws_s3_bucket_acl" "open" {
  bucket = aws_s3_bucket.open.id
  acl    = "public-read"
}

# Stops a new public policy, and leaves one that stands.
resource "aws_s3_bucket" "blocked" {
  bucket = "records-blocked"
}

resource "aws_s3_bucket_public_access_block" "blocked" {
  bucket              = aws_s3_bucket.blocked.id
  block_public_acls   = true
  block_public_policy = true
}

resource "aws_s3_bucket_policy" "blocked" {
  bucket = aws_s3_bucket.blocked.id
  policy = local.everyone
}

resource "aws_s3_bucket" "restricted" {
  bucket = "records-restricted"
}

resource "aws_s3_bucket_public_access_block" "restricted" {
  bucket                  = aws_s3_bucket.restricted.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_policy" "restricted" {
  bucket = aws_s3_bucket.restricted.id
  policy = local.everyone
}

resource "aws_s3_bucket_acl" "restricted" {
  bucket = aws_s3_bucket.restricted.id
  access_control_policy {
    owner {
      id = "owner"
    }
    grant {
      permission = "READ"
      grantee {
        type = "Group"
        uri  = "http://acs.amazonaws.com/groups/global/AllUsers"
      }
    }
  }
}

resource "aws_s3_bucket" "enforced" {
  bucket = "records-enforced"
}

resource "aws_s3_bucket_ownership_controls" "enforced" {
  bucket = aws_s3_bucket.enforced.id
  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_acl" "enforced" {
  bucket = aws_s3_bucket.enforced.id
  acl    = "authenticated-read"
}

resource "aws_sqs_queue" "intake" {
  name = "intake"
}

resource "aws_sns_topic" "results" {
  name = "results"
}

# The topic's ARN is known only after apply, and pins the caller all the same.
data "aws_iam_policy_document" "intake" {
  statement {
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.intake.arn]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = [aws_sns_topic.results.arn]
    }
  }
  statement {
    effect    = "Deny"
    actions   = ["sqs:*"]
    resources = [aws_sqs_queue.intake.arn]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_sqs_queue_policy" "intake" {
  queue_url = aws_sqs_queue.intake.id
  policy    = data.aws_iam_policy_document.intake.json
}

resource "aws_lambda_permission" "open" {
  function_name = "intake"
  action        = "lambda:InvokeFunction"
  principal     = "*"
}

resource "aws_lambda_permission" "organization" {
  function_name    = "intake"
  action           = "lambda:InvokeFunction"
  principal        = "*"
  principal_org_id = "o-clinic1234"
}

resource "aws_lambda_permission" "untied" {
  function_name = "intake"
  action        = "lambda:InvokeFunction"
  principal     = "sns.amazonaws.com"
}

resource "aws_lambda_permission" "tied" {
  function_name = "intake"
  action        = "lambda:InvokeFunction"
  principal     = "sns.amazonaws.com"
  source_arn    = aws_sns_topic.results.arn
}

resource "aws_iam_role" "reader" {
  name = "reader"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:root" }, Action = "sts:AssumeRole" }]
  })
  managed_policy_arns = ["arn:aws:iam::aws:policy/ReadOnlyAccess", "arn:aws:iam::aws:policy/IAMFullAccess"]
  inline_policy {
    name   = "all"
    policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })
  }
}

resource "aws_iam_user" "direct" {
  name = "direct"
}

resource "aws_iam_user_policy_attachment" "direct" {
  user       = aws_iam_user.direct.name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

resource "aws_iam_user" "grouped" {
  name = "grouped"
}

resource "aws_kms_key" "bare" {
  description = "no policy of its own"
}

resource "aws_kms_key" "open" {
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "kms:Decrypt", Resource = "*" }]
  })
}

resource "aws_kms_key" "viaservice" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow", Principal = { AWS = "*" }, Action = "kms:Decrypt", Resource = "*"
      Condition = { StringEquals = { "kms:CallerAccount" = "111122223333", "kms:ViaService" = "s3.us-east-1.amazonaws.com" } }
    }]
  })
}

resource "aws_lambda_function" "plain" {
  function_name = "plain"
  role          = aws_iam_role.reader.arn
  handler       = "index.handler"
  runtime       = "nodejs22.x"
  filename      = "function.zip"
  environment {
    variables = {
      TABLE    = "records"
      QUEUE    = aws_sqs_queue.intake.url
      API_KEY  = join("", ["planted", "-api-key-1"])
      DATABASE = "postgres"
    }
  }
}

resource "aws_secretsmanager_secret_version" "database" {
  secret_id     = "database"
  secret_string = "planted-secret-string-1"
}

resource "aws_lambda_function" "copied" {
  function_name = "copied"
  role          = aws_iam_role.reader.arn
  handler       = "index.handler"
  runtime       = "nodejs22.x"
  filename      = "function.zip"
  environment {
    variables = {
      DB = aws_iam_access_key.robot.secret
    }
  }
}

resource "aws_iam_access_key" "robot" {
  user = "robot"
}

resource "aws_lambda_function" "clean" {
  function_name = "clean"
  role          = aws_iam_role.reader.arn
  handler       = "index.handler"
  runtime       = "nodejs22.x"
  filename      = "function.zip"
  environment {
    variables = {
      QUEUE = aws_sqs_queue.intake.url
    }
  }
}

# An access point is made with its block on; this one lifts it, and the bucket hands the decision to its access points.
resource "aws_s3_bucket" "delegating" {
  bucket = "records-delegating"
}

resource "aws_s3_bucket_policy" "delegating" {
  bucket = aws_s3_bucket.delegating.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow", Principal = { AWS = "*" }, Action = "s3:*", Resource = "arn:aws:s3:::records-delegating/*"
      Condition = { StringEquals = { "s3:DataAccessPointAccount" = "111122223333" } }
    }]
  })
}

resource "aws_s3_access_point" "lifted" {
  name   = "lifted"
  bucket = aws_s3_bucket.delegating.bucket
  policy = local.everyone
  public_access_block_configuration {
    restrict_public_buckets = false
  }
}

resource "aws_s3_access_point" "default" {
  name   = "default"
  bucket = aws_s3_bucket.delegating.bucket
  policy = local.everyone
}

# The bucket has no policy, so nobody from outside gets through.
resource "aws_s3_access_point" "alone" {
  name   = "alone"
  bucket = aws_s3_bucket.enforced.bucket
  policy = local.everyone
  public_access_block_configuration {
    restrict_public_buckets = false
  }
}

resource "aws_opensearch_domain" "inside" {
  domain_name = "inside"
  vpc_options {
    subnet_ids = ["subnet-0123456789abcdef0"]
  }
}

resource "aws_opensearch_domain_policy" "inside" {
  domain_name = aws_opensearch_domain.inside.domain_name
  access_policies = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "es:*", Resource = "*" }]
  })
}

resource "aws_opensearch_domain" "outside" {
  domain_name = "outside"
  access_policies = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "es:*", Resource = "*" }]
  })
}
