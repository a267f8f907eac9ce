variable "key_arn" {}

resource "aws_s3_bucket" "inner" {}

resource "aws_s3_bucket_server_side_encryption_configuration" "inner" {
  bucket = aws_s3_bucket.inner.bucket
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = var.key_arn
    }
  }
}

output "id" {
  value = aws_s3_bucket.inner.id
}

output "bucket" {
  value = aws_s3_bucket.inner
}

output "key_arn" {
  value = var.key_arn
}
