# Facts of AWS Secrets Manager; see tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_kms_key" "key" {}

resource "aws_secretsmanager_secret" "ok_encryption__encryption_key__secret_rotation__deletion_window__policy_exposure" {
  name       = "right"
  kms_key_id = aws_kms_key.key.arn
}

resource "aws_secretsmanager_secret_rotation" "rotation" {
  secret_id           = aws_secretsmanager_secret.ok_encryption__encryption_key__secret_rotation__deletion_window__policy_exposure.id
  rotation_lambda_arn = "arn:aws:lambda:us-east-1:111122223333:function:rotate"
  rotation_rules {
    automatically_after_days = 30
  }
}

resource "aws_secretsmanager_secret" "bad_encryption_key__secret_rotation__omitted" {
  name = "omitted"
}

resource "aws_secretsmanager_secret" "bad_encryption_key__managed" {
  name       = "managed"
  kms_key_id = "alias/aws/secretsmanager"
}

resource "aws_secretsmanager_secret" "bad_encryption_key__replica" {
  name       = "replica"
  kms_key_id = aws_kms_key.key.arn
  replica {
    region = "us-west-2"
  }
}

resource "aws_secretsmanager_secret" "bad_policy_exposure" {
  name = "shared"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "secretsmanager:GetSecretValue", Resource = "*" }]
  })
}

resource "aws_secretsmanager_secret_policy" "bad_policy_exposure" {
  secret_arn = "arn:aws:secretsmanager:us-east-1:111122223333:secret:shared-AbCdEf"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "secretsmanager:GetSecretValue", Resource = "*" }]
  })
}

resource "aws_secretsmanager_secret_policy" "ok_policy_exposure" {
  secret_arn = "arn:aws:secretsmanager:us-east-1:111122223333:secret:shared-AbCdEf"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:role/portal" }
      Action    = "secretsmanager:GetSecretValue"
      Resource  = "*"
    }]
  })
}
