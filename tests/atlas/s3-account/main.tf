# An account that blocks public access: what its buckets say matters no more. See tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_s3_account_public_access_block" "ok_public_access_block" {
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket" "ok_public_access_block__acl_exposure__policy_exposure__of_the_account" {
  bucket = "own"
  acl    = "public-read"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "arn:aws:s3:::own/*" }]
  })
}

resource "aws_s3_bucket_public_access_block" "open" {
  bucket = aws_s3_bucket.ok_public_access_block__acl_exposure__policy_exposure__of_the_account.id
}
