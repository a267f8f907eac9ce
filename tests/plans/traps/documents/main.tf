# Policy documents: as text, as a data source that was read, as one that could not be, and as text around an unknown.

provider "aws" {
  region = "us-east-1"
}

variable "readers" {
  default = ["111122223333", "444455556666"]
}

variable "text" {
  default = null
}

resource "aws_s3_bucket" "main" {}

# Read while planning: all is known.
data "aws_iam_policy_document" "read" {
  statement {
    sid       = "Read"
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::known/*"]
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
}

# Deferred: the ARN is known only after apply.
data "aws_iam_policy_document" "deferred" {
  statement {
    sid       = "Deferred"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.main.arn, "${aws_s3_bucket.main.arn}/*"]
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
  dynamic "statement" {
    for_each = var.readers
    content {
      actions       = ["s3:GetObject", "s3:ListBucket"]
      not_resources = ["arn:aws:s3:::other/&{aws:username}"]
      principals {
        type        = "AWS"
        identifiers = [statement.value]
      }
      principals {
        type        = "Service"
        identifiers = ["logs.amazonaws.com"]
      }
    }
  }
}

# Merged from others, one of them deferred; a statement replaced by its Sid.
data "aws_iam_policy_document" "merged" {
  source_policy_documents = [
    data.aws_iam_policy_document.read.json,
    data.aws_iam_policy_document.deferred.json,
  ]
  statement {
    sid       = "Own"
    actions   = ["s3:PutObject"]
    resources = ["*"]
  }
  override_policy_documents = [
    jsonencode({ Statement = [{ Sid = "Own", Effect = "Deny", Action = "s3:PutObject", Resource = "*" }] }),
  ]
}

# Statements over something unknown.
data "aws_iam_policy_document" "open" {
  statement {
    sid       = "Written"
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::known/*"]
    principals {
      type        = "AWS"
      identifiers = ["111122223333"]
    }
  }
  dynamic "statement" {
    for_each = aws_s3_bucket.main.arn == "x" ? [] : [1]
    content {
      actions   = ["s3:*"]
      resources = ["*"]
    }
  }
}

resource "aws_s3_bucket_policy" "text" {
  bucket = aws_s3_bucket.main.id
  policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

resource "aws_s3_bucket_policy" "read" {
  bucket = aws_s3_bucket.main.id
  policy = data.aws_iam_policy_document.read.json
}

resource "aws_s3_bucket_policy" "deferred" {
  bucket = aws_s3_bucket.main.id
  policy = data.aws_iam_policy_document.deferred.json
}

resource "aws_s3_bucket_policy" "merged" {
  bucket = aws_s3_bucket.main.id
  policy = data.aws_iam_policy_document.merged.minified_json
}

resource "aws_s3_bucket_policy" "open" {
  bucket = aws_s3_bucket.main.id
  policy = data.aws_iam_policy_document.open.json
}

# The text of a policy is kept in another resource.
resource "aws_iam_policy" "kept" {
  name   = "kept"
  policy = data.aws_iam_policy_document.deferred.json
}

resource "aws_sqs_queue" "kept" {
  policy = aws_iam_policy.kept.policy
}

# Text around an unknown: the constants are nowhere in the plan.
resource "aws_s3_bucket_policy" "around" {
  bucket = aws_s3_bucket.main.id
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:*", Resource = aws_s3_bucket.main.arn }] })
}

# Either of two, and the plan does not say which.
resource "aws_s3_bucket_policy" "either" {
  bucket = aws_s3_bucket.main.id
  policy = aws_s3_bucket.main.arn == "x" ? data.aws_iam_policy_document.deferred.json : data.aws_iam_policy_document.open.json
}

# One document where a variable left the other branch empty.
resource "aws_s3_bucket_policy" "branch" {
  bucket = aws_s3_bucket.main.id
  policy = var.text != null ? var.text : data.aws_iam_policy_document.deferred.json
}

resource "aws_sqs_queue" "none" {
  name = "none"
}

resource "aws_ssm_document" "yaml" {
  name            = "yaml"
  document_type   = "Command"
  document_format = "YAML"
  content         = "schemaVersion: '2.2'\nmainSteps: []\n"
}
