# How long buckets keep what was written, and the keys of replicas.
# See tests/atlas/s3 on names. Periods are judged by the profile: the unit tests read them.

provider "aws" {
  region = "us-east-1"
}

# The recorder sees to the default provider alone.
provider "aws" {
  alias                       = "west"
  region                      = "us-west-2"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
}

resource "aws_kms_key" "east" {}

resource "aws_kms_key" "west" {
  provider = aws.west
}

resource "aws_iam_role" "replication" {
  name = "replication"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "s3.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_s3_bucket" "ok_object_expiry__no_lifecycle" {
  bucket = "no-lifecycle"
}

# Transitions, incomplete uploads, delete markers and rules that are off delete nothing.
resource "aws_s3_bucket" "ok_object_expiry__harmless" {
  bucket = "harmless"
}

resource "aws_s3_bucket_lifecycle_configuration" "harmless" {
  bucket = aws_s3_bucket.ok_object_expiry__harmless.id
  rule {
    id     = "tidy"
    status = "Enabled"
    filter {}
    abort_incomplete_multipart_upload {
      days_after_initiation = 1
    }
    expiration {
      expired_object_delete_marker = true
    }
    transition {
      days          = 30
      storage_class = "STANDARD_IA"
    }
  }
  rule {
    id     = "off"
    status = "Disabled"
    filter {}
    expiration {
      days = 1
    }
  }
}

resource "aws_s3_bucket" "prefix" {
  bucket = "prefix"
}

resource "aws_s3_bucket_lifecycle_configuration" "prefix" {
  bucket = aws_s3_bucket.prefix.id
  rule {
    id     = "prefix"
    status = "Enabled"
    filter {
      prefix = "exports/"
    }
    expiration {
      days = 3
    }
  }
  rule {
    id     = "versions"
    status = "Enabled"
    filter {}
    noncurrent_version_expiration {
      noncurrent_days = 30
    }
  }
}

resource "aws_s3_bucket" "versions" {
  bucket = "versions"
}

resource "aws_s3_bucket_lifecycle_configuration" "versions" {
  bucket = aws_s3_bucket.versions.id
  rule {
    id     = "versions"
    status = "Enabled"
    filter {}
    noncurrent_version_expiration {
      noncurrent_days = 1
    }
  }
}

resource "aws_s3_bucket" "dated" {
  bucket = "dated"
}

resource "aws_s3_bucket_lifecycle_configuration" "dated" {
  bucket = aws_s3_bucket.dated.id
  rule {
    id     = "end"
    status = "Enabled"
    filter {}
    expiration {
      date = "2027-01-01T00:00:00Z"
    }
  }
}

resource "aws_s3_bucket" "inline" {
  bucket = "inline"
  lifecycle_rule {
    enabled = true
    noncurrent_version_expiration {
      days = 2
    }
  }
}

# No lifecycle rule deletes what is locked.
resource "aws_s3_bucket" "locked" {
  bucket              = "locked"
  object_lock_enabled = true
}

resource "aws_s3_bucket_object_lock_configuration" "locked" {
  bucket = aws_s3_bucket.locked.id
  rule {
    default_retention {
      mode = "COMPLIANCE"
      days = 90
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "locked" {
  bucket = aws_s3_bucket.locked.id
  rule {
    id     = "soon"
    status = "Enabled"
    filter {}
    noncurrent_version_expiration {
      noncurrent_days = 1
    }
  }
}

# A bucket that takes logs: its objects are judged as logs, and nobody asks to restore it.
resource "aws_s3_bucket" "logs" {
  bucket = "logs"
}

resource "aws_s3_bucket_logging" "inline" {
  bucket        = aws_s3_bucket.inline.id
  target_bucket = aws_s3_bucket.logs.id
  target_prefix = "inline/"
}

resource "aws_s3_bucket_lifecycle_configuration" "logs" {
  bucket = aws_s3_bucket.logs.id
  rule {
    id     = "year"
    status = "Enabled"
    filter {}
    expiration {
      days = 90
    }
  }
}

resource "aws_s3_bucket" "ok_log_expiry__trail" {
  bucket = "trail"
}

resource "aws_cloudtrail" "trail" {
  name           = "trail"
  s3_bucket_name = aws_s3_bucket.ok_log_expiry__trail.id
}

# Replicas.
resource "aws_s3_bucket" "replicas" {
  provider = aws.west
  bucket   = "replicas"
}

resource "aws_s3_bucket_replication_configuration" "ok_replica_key" {
  bucket = aws_s3_bucket.locked.id
  role   = aws_iam_role.replication.arn
  rule {
    id     = "all"
    status = "Enabled"
    filter {}
    delete_marker_replication {
      status = "Disabled"
    }
    source_selection_criteria {
      sse_kms_encrypted_objects {
        status = "Enabled"
      }
    }
    destination {
      bucket = aws_s3_bucket.replicas.arn
      encryption_configuration {
        replica_kms_key_id = aws_kms_key.west.arn
      }
    }
  }
}

resource "aws_s3_bucket_replication_configuration" "bad_replica_key__omitted" {
  bucket = aws_s3_bucket.prefix.id
  role   = aws_iam_role.replication.arn
  rule {
    id     = "all"
    status = "Enabled"
    filter {}
    delete_marker_replication {
      status = "Disabled"
    }
    destination {
      bucket = aws_s3_bucket.replicas.arn
    }
  }
}

resource "aws_s3_bucket_replication_configuration" "bad_replica_key__left_out" {
  bucket = aws_s3_bucket.versions.id
  role   = aws_iam_role.replication.arn
  rule {
    id     = "all"
    status = "Enabled"
    filter {}
    delete_marker_replication {
      status = "Disabled"
    }
    source_selection_criteria {
      sse_kms_encrypted_objects {
        status = "Disabled"
      }
    }
    destination {
      bucket = aws_s3_bucket.replicas.arn
      encryption_configuration {
        replica_kms_key_id = aws_kms_key.west.arn
      }
    }
  }
}

resource "aws_s3_bucket_replication_configuration" "bad_replica_key__of_the_other_region" {
  bucket = aws_s3_bucket.dated.id
  role   = aws_iam_role.replication.arn
  rule {
    id     = "all"
    status = "Enabled"
    filter {}
    delete_marker_replication {
      status = "Disabled"
    }
    source_selection_criteria {
      sse_kms_encrypted_objects {
        status = "Enabled"
      }
    }
    destination {
      bucket = aws_s3_bucket.replicas.arn
      encryption_configuration {
        replica_kms_key_id = aws_kms_key.east.arn
      }
    }
  }
}

# The same as blocks of the bucket.
resource "aws_s3_bucket" "ok_replica_key__inline" {
  bucket = "replicated"
  replication_configuration {
    role = aws_iam_role.replication.arn
    rules {
      status = "Enabled"
      source_selection_criteria {
        sse_kms_encrypted_objects {
          enabled = true
        }
      }
      destination {
        bucket             = aws_s3_bucket.replicas.arn
        replica_kms_key_id = aws_kms_key.west.arn
      }
    }
  }
}

resource "aws_s3_bucket" "bad_replica_key__inline" {
  bucket = "replicated-in-clear"
  replication_configuration {
    role = aws_iam_role.replication.arn
    rules {
      status = "Enabled"
      destination {
        bucket = aws_s3_bucket.replicas.arn
      }
    }
  }
}

# Images: the template of the other Region says how their replicas lie.
resource "aws_ecr_repository_creation_template" "ok_encryption_key" {
  provider    = aws.west
  prefix      = "ROOT"
  applied_for = ["REPLICATION"]
  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = aws_kms_key.west.arn
  }
}

resource "aws_ecr_replication_configuration" "ok_replica_key" {
  replication_configuration {
    rule {
      destination {
        region      = "us-west-2"
        registry_id = "111122223333"
      }
    }
  }
}

resource "aws_ecr_replication_configuration" "template_elsewhere" {
  replication_configuration {
    rule {
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
    }
  }
}
