# Facts of Amazon S3. A resource's name says what it shows: ok or bad, the facts, and after a double underscore more of them or why.

provider "aws" {
  region = "us-east-1"
}

resource "aws_kms_key" "key" {}

data "aws_iam_policy_document" "tls_only" {
  statement {
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = ["arn:aws:s3:::tls-only", "arn:aws:s3:::tls-only/*"]
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

locals {
  public = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "arn:aws:s3:::open/*" }]
  })
  private = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:root" }, Action = "s3:GetObject", Resource = "arn:aws:s3:::own/*" }]
  })
}

resource "aws_s3_bucket" "bad_encryption_key__transit__versioning__access_log__omitted" {
  bucket = "plain"
}

resource "aws_s3_bucket" "ok_encryption_key__transit__versioning__access_log__deletion_protection__acl_disabled__public_access_block" {
  bucket = "companions"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "good" {
  bucket = aws_s3_bucket.ok_encryption_key__transit__versioning__access_log__deletion_protection__acl_disabled__public_access_block.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.key.arn
    }
  }
}

resource "aws_s3_bucket_versioning" "good" {
  bucket = aws_s3_bucket.ok_encryption_key__transit__versioning__access_log__deletion_protection__acl_disabled__public_access_block.id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_policy" "ok_policy_exposure" {
  bucket = aws_s3_bucket.ok_encryption_key__transit__versioning__access_log__deletion_protection__acl_disabled__public_access_block.id
  policy = data.aws_iam_policy_document.tls_only.json
}

resource "aws_s3_bucket_ownership_controls" "good" {
  bucket = aws_s3_bucket.ok_encryption_key__transit__versioning__access_log__deletion_protection__acl_disabled__public_access_block.id
  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_public_access_block" "good" {
  bucket                  = aws_s3_bucket.ok_encryption_key__transit__versioning__access_log__deletion_protection__acl_disabled__public_access_block.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket" "ok_access_log__receives" {
  bucket = "logs"
}

resource "aws_s3_bucket_logging" "good" {
  bucket        = aws_s3_bucket.ok_encryption_key__transit__versioning__access_log__deletion_protection__acl_disabled__public_access_block.id
  target_bucket = aws_s3_bucket.ok_access_log__receives.id
  target_prefix = "access/"
}

resource "aws_s3_bucket" "ok_encryption_key__versioning__access_log__inline" {
  bucket = "inline"
  server_side_encryption_configuration {
    rule {
      apply_server_side_encryption_by_default {
        sse_algorithm     = "aws:kms"
        kms_master_key_id = aws_kms_key.key.arn
      }
    }
  }
  versioning {
    enabled = true
  }
  logging {
    target_bucket = aws_s3_bucket.ok_access_log__receives.id
  }
}

resource "aws_s3_bucket" "bad_encryption_key__versioning__acl_disabled__public_access_block__deletion_protection__switched_off" {
  bucket        = "switched-off"
  force_destroy = true
}

resource "aws_s3_bucket_server_side_encryption_configuration" "service" {
  bucket = aws_s3_bucket.bad_encryption_key__versioning__acl_disabled__public_access_block__deletion_protection__switched_off.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_versioning" "suspended" {
  bucket = aws_s3_bucket.bad_encryption_key__versioning__acl_disabled__public_access_block__deletion_protection__switched_off.id
  versioning_configuration {
    status = "Suspended"
  }
}

resource "aws_s3_bucket_ownership_controls" "writer" {
  bucket = aws_s3_bucket.bad_encryption_key__versioning__acl_disabled__public_access_block__deletion_protection__switched_off.id
  rule {
    object_ownership = "ObjectWriter"
  }
}

resource "aws_s3_bucket_public_access_block" "partial" {
  bucket            = aws_s3_bucket.bad_encryption_key__versioning__acl_disabled__public_access_block__deletion_protection__switched_off.id
  block_public_acls = true
}

# Without a key of its own SSE-KMS takes alias/aws/s3.
resource "aws_s3_bucket" "bad_encryption_key__managed" {
  bucket = "managed"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "managed" {
  bucket = aws_s3_bucket.bad_encryption_key__managed.bucket
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "aws:kms"
    }
  }
}

resource "aws_s3_bucket" "bad_policy_exposure__acl_exposure__inline" {
  bucket = "open"
  policy = local.public
  acl    = "public-read"
}

resource "aws_s3_bucket" "ok_policy_exposure__acl_exposure__inline" {
  bucket = "own"
  policy = local.private
  acl    = "private"
}

resource "aws_s3_bucket_policy" "bad_policy_exposure" {
  bucket = "elsewhere"
  policy = local.public
}

resource "aws_s3_bucket_acl" "bad_acl_exposure" {
  bucket = "elsewhere"
  acl    = "public-read-write"
}

resource "aws_s3_bucket_acl" "bad_acl_exposure__granted" {
  bucket = "elsewhere"
  access_control_policy {
    owner {
      id = "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be"
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

resource "aws_s3_bucket_acl" "ok_acl_exposure" {
  bucket = "elsewhere"
  acl    = "private"
}

# The bucket is not in the plan, so the block itself is judged.
resource "aws_s3_bucket_public_access_block" "bad_public_access_block__omitted" {
  bucket = "elsewhere"
}

resource "aws_s3_bucket_public_access_block" "ok_public_access_block" {
  bucket                  = "elsewhere-too"
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_account_public_access_block" "bad_public_access_block" {
  block_public_acls = false
}

resource "aws_s3_object" "bad_encryption_key__acl_exposure" {
  bucket = aws_s3_bucket.bad_encryption_key__managed.bucket
  key    = "report"
  acl    = "public-read"
}

resource "aws_s3_object" "ok_encryption_key__acl_exposure__own" {
  bucket     = aws_s3_bucket.bad_encryption_key__managed.bucket
  key        = "letter"
  kms_key_id = aws_kms_key.key.arn
  acl        = "private"
}

resource "aws_s3_object" "ok_encryption_key__of_the_bucket" {
  bucket = aws_s3_bucket.ok_encryption_key__transit__versioning__access_log__deletion_protection__acl_disabled__public_access_block.id
  key    = "letter"
}

resource "aws_s3_bucket_object" "bad_encryption_key__algorithm" {
  bucket                 = aws_s3_bucket.ok_encryption_key__transit__versioning__access_log__deletion_protection__acl_disabled__public_access_block.id
  key                    = "note"
  server_side_encryption = "AES256"
}

resource "aws_s3_bucket_object" "ok_encryption_key" {
  bucket     = "elsewhere"
  key        = "note"
  kms_key_id = aws_kms_key.key.arn
}

resource "aws_s3_object_copy" "bad_encryption_key__omitted" {
  bucket = aws_s3_bucket.bad_encryption_key__managed.bucket
  key    = "copy"
  source = "elsewhere/note"
}

resource "aws_s3_object_copy" "ok_encryption_key__acl_exposure" {
  bucket     = aws_s3_bucket.bad_encryption_key__managed.bucket
  key        = "copy"
  source     = "elsewhere/note"
  kms_key_id = aws_kms_key.key.arn
  acl        = "private"
}

resource "aws_s3_object_copy" "bad_acl_exposure" {
  bucket = "elsewhere"
  key    = "copy"
  source = "elsewhere/note"
  acl    = "public-read"
}

resource "aws_s3_directory_bucket" "bad_encryption_key__deletion_protection" {
  bucket        = "plain--use1-az4--x-s3"
  force_destroy = true
  location {
    name = "use1-az4"
  }
}

resource "aws_s3_directory_bucket" "ok_encryption_key__deletion_protection" {
  bucket = "keyed--use1-az4--x-s3"
  location {
    name = "use1-az4"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "directory" {
  bucket = aws_s3_directory_bucket.ok_encryption_key__deletion_protection.bucket
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.key.arn
    }
  }
}

resource "aws_s3_access_point" "ok_public_access_block__omitted" {
  bucket = "elsewhere"
  name   = "private"
}

# The bucket's own policy must let everybody in as well.
resource "aws_s3_access_point" "bad_public_access_block__policy_exposure" {
  bucket = aws_s3_bucket.bad_policy_exposure__acl_exposure__inline.id
  name   = "open"
  policy = local.public
  public_access_block_configuration {
    block_public_acls       = false
    block_public_policy     = false
    ignore_public_acls      = false
    restrict_public_buckets = false
  }
}

resource "aws_s3control_access_point_policy" "bad_policy_exposure" {
  access_point_arn = aws_s3_access_point.bad_public_access_block__policy_exposure.arn
  policy           = local.public
}

resource "aws_s3control_access_point_policy" "ok_policy_exposure" {
  access_point_arn = "arn:aws:s3:us-east-1:111122223333:accesspoint/own"
  policy           = local.private
}

resource "aws_s3control_multi_region_access_point" "ok_public_access_block__omitted" {
  details {
    name = "private"
    region {
      bucket = "elsewhere"
    }
  }
}

resource "aws_s3control_multi_region_access_point" "bad_public_access_block" {
  details {
    name = "open"
    public_access_block {
      block_public_policy = false
    }
    region {
      bucket = "elsewhere"
    }
  }
}

resource "aws_s3control_multi_region_access_point_policy" "bad_policy_exposure" {
  details {
    name   = "open"
    policy = local.public
  }
}

resource "aws_s3tables_table_bucket" "bad_encryption_key__omitted" {
  name = "tables"
}

resource "aws_s3tables_table_bucket" "ok_encryption_key" {
  name = "keyed-tables"
  encryption_configuration = {
    sse_algorithm = "aws:kms"
    kms_key_arn   = aws_kms_key.key.arn
  }
}

resource "aws_s3tables_table" "ok_encryption_key__of_the_bucket" {
  name             = "visits"
  namespace        = "clinic"
  format           = "ICEBERG"
  table_bucket_arn = aws_s3tables_table_bucket.ok_encryption_key.arn
}

resource "aws_s3tables_table" "bad_encryption_key__of_the_bucket" {
  name             = "visits"
  namespace        = "clinic"
  format           = "ICEBERG"
  table_bucket_arn = aws_s3tables_table_bucket.bad_encryption_key__omitted.arn
}

resource "aws_s3tables_table_bucket_policy" "bad_policy_exposure" {
  table_bucket_arn = aws_s3tables_table_bucket.ok_encryption_key.arn
  resource_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "s3tables:*", Resource = "*" }]
  })
}

resource "aws_glacier_vault" "bad_vault_lock__policy_exposure" {
  name = "open"
  access_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "glacier:InitiateJob", Resource = "arn:aws:glacier:us-east-1:111122223333:vaults/open" }]
  })
}

resource "aws_glacier_vault" "ok_vault_lock" {
  name = "locked"
}

resource "aws_glacier_vault_lock" "locked" {
  vault_name    = aws_glacier_vault.ok_vault_lock.name
  complete_lock = true
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Deny", Principal = "*", Action = "glacier:DeleteArchive", Resource = "arn:aws:glacier:us-east-1:111122223333:vaults/locked" }]
  })
}

resource "aws_s3_bucket_inventory" "ok_encryption_key" {
  bucket                   = "elsewhere"
  name                     = "keyed"
  included_object_versions = "All"
  schedule {
    frequency = "Daily"
  }
  destination {
    bucket {
      format     = "CSV"
      bucket_arn = "arn:aws:s3:::inventory"
      encryption {
        sse_kms {
          key_id = aws_kms_key.key.arn
        }
      }
    }
  }
}

resource "aws_s3_bucket_inventory" "bad_encryption_key" {
  bucket                   = "elsewhere"
  name                     = "managed"
  included_object_versions = "All"
  schedule {
    frequency = "Daily"
  }
  destination {
    bucket {
      format     = "CSV"
      bucket_arn = "arn:aws:s3:::inventory"
      encryption {
        sse_kms {
          key_id = "arn:aws:kms:us-east-1:111122223333:alias/aws/s3"
        }
      }
    }
  }
}

resource "aws_s3_object" "bad_plain_secret" {
  bucket  = "elsewhere"
  key     = "settings"
  content = "aws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n"
}

resource "aws_s3_object" "ok_plain_secret" {
  bucket  = "elsewhere"
  key     = "greeting"
  content = "hello"
}

resource "aws_s3_bucket_object" "bad_acl_exposure__plain_secret" {
  bucket  = "elsewhere"
  key     = "settings"
  acl     = "public-read"
  content = "aws_access_key_id = AKIAIOSFODNN7EXAMPLE\n"
}

resource "aws_s3_bucket_object" "ok_acl_exposure__plain_secret" {
  bucket  = "elsewhere"
  key     = "greeting"
  acl     = "private"
  content = "hello"
}

resource "aws_s3_access_point" "ok_policy_exposure" {
  bucket = "elsewhere"
  name   = "own"
  policy = local.private
}

resource "aws_s3control_multi_region_access_point_policy" "ok_policy_exposure" {
  details {
    name   = "own"
    policy = local.private
  }
}

resource "aws_s3control_object_lambda_access_point_policy" "bad_policy_exposure" {
  name   = "open"
  policy = local.public
}

resource "aws_s3control_object_lambda_access_point_policy" "ok_policy_exposure" {
  name   = "own"
  policy = local.private
}

resource "aws_s3control_bucket_policy" "bad_policy_exposure" {
  bucket = "arn:aws:s3-outposts:us-east-1:111122223333:outpost/op-0123456789abcdef0/bucket/open"
  policy = local.public
}

resource "aws_s3control_bucket_policy" "ok_policy_exposure" {
  bucket = "arn:aws:s3-outposts:us-east-1:111122223333:outpost/op-0123456789abcdef0/bucket/own"
  policy = local.private
}

resource "aws_s3control_access_grants_instance_resource_policy" "bad_policy_exposure" {
  policy = local.public
}

resource "aws_s3control_access_grants_instance_resource_policy" "ok_policy_exposure" {
  policy = local.private
}

resource "aws_s3tables_table_bucket_policy" "ok_policy_exposure" {
  table_bucket_arn = aws_s3tables_table_bucket.ok_encryption_key.arn
  resource_policy  = local.private
}

resource "aws_s3tables_table_policy" "bad_policy_exposure" {
  name             = "visits"
  namespace        = "clinic"
  table_bucket_arn = aws_s3tables_table_bucket.ok_encryption_key.arn
  resource_policy  = local.public
}

resource "aws_s3tables_table_policy" "ok_policy_exposure" {
  name             = "visits"
  namespace        = "clinic"
  table_bucket_arn = aws_s3tables_table_bucket.ok_encryption_key.arn
  resource_policy  = local.private
}

resource "aws_glacier_vault" "ok_encryption_key__policy_exposure" {
  name = "own"
  access_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:root" }, Action = "glacier:InitiateJob", Resource = "*" }]
  })
}

resource "aws_s3_bucket_ownership_controls" "ok_acl_disabled" {
  bucket = "elsewhere"
  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_ownership_controls" "bad_acl_disabled" {
  bucket = "elsewhere-too"
  rule {
    object_ownership = "ObjectWriter"
  }
}

locals {
  delivery = { for name, source in { untied = null, tied = "111122223333" } : name => jsonencode({
    Version = "2012-10-17"
    Statement = [merge({
      Effect    = "Allow"
      Principal = { Service = "logging.s3.amazonaws.com" }
      Action    = "s3:PutObject"
      Resource  = "arn:aws:s3:::logs/*"
    }, source == null ? {} : { Condition = { StringEquals = { "aws:SourceAccount" = source } } })]
  }) }
  # The service reads who owns the bucket, then writes below the folder of the account that it acts for.
  folder = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { Service = "delivery.logs.amazonaws.com" }, Action = "s3:GetBucketAcl", Resource = "arn:aws:s3:::logs" },
      { Effect = "Allow", Principal = { Service = "delivery.logs.amazonaws.com" }, Action = "s3:PutObject", Resource = "arn:aws:s3:::logs/AWSLogs/111122223333/*" },
    ]
  })
}

resource "aws_s3_bucket_policy" "bad_service_source" {
  bucket = "logs"
  policy = local.delivery.untied
}

resource "aws_s3_bucket_policy" "ok_service_source" {
  bucket = "logs"
  policy = local.delivery.tied
}

resource "aws_s3_bucket_policy" "ok_service_source__folder" {
  bucket = "logs"
  policy = local.folder
}
