# Facts of Amazon ECR; see tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_kms_key" "key" {}

locals {
  everyone = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = ["ecr:BatchGetImage"] }]
  })
  named = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:role/deploy" }
      Action    = ["ecr:BatchGetImage"]
    }]
  })
}

resource "aws_ecr_repository" "ok_encryption__encryption_key" {
  name = "right"
  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = aws_kms_key.key.arn
  }
}

resource "aws_ecr_repository" "bad_encryption_key__omitted" {
  name = "default"
}

resource "aws_ecr_repository" "bad_encryption_key__kms_without_a_key" {
  name = "managed"
  encryption_configuration {
    encryption_type = "KMS"
  }
}

resource "aws_ecr_repository" "bad_encryption_key__aes256" {
  name = "aes"
  encryption_configuration {
    encryption_type = "AES256"
  }
}

resource "aws_ecr_repository_policy" "bad_policy_exposure" {
  repository = "right"
  policy     = local.everyone
}

resource "aws_ecr_repository_policy" "ok_policy_exposure" {
  repository = "right"
  policy     = local.named
}

resource "aws_ecr_repository_creation_template" "ok_encryption_key__policy_exposure" {
  prefix            = "portal"
  applied_for       = ["REPLICATION"]
  repository_policy = local.named
  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = aws_kms_key.key.arn
  }
}

resource "aws_ecr_repository_creation_template" "bad_encryption_key__policy_exposure__omitted" {
  prefix            = "other"
  applied_for       = ["REPLICATION"]
  repository_policy = local.everyone
}

resource "aws_ecr_registry_policy" "ok_policy_exposure" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "replicate"
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::444455556666:root" }
      Action    = ["ecr:ReplicateImage"]
      Resource  = ["arn:aws:ecr:us-east-1:111122223333:repository/*"]
    }]
  })
}

resource "aws_ecrpublic_repository" "bad_sharing" {
  repository_name = "open"
}

resource "aws_ecrpublic_repository_policy" "bad_policy_exposure" {
  repository_name = "open"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = ["ecr-public:PutImage"] }]
  })
}

resource "aws_ecr_registry_policy" "bad_policy_exposure" {
  policy = local.everyone
}

resource "aws_ecrpublic_repository_policy" "ok_policy_exposure" {
  repository_name = "open"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:role/portal" }
      Action    = "ecr-public:PutImage"
    }]
  })
}
