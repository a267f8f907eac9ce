# Locks, copies, lifecycles and websites of buckets; snapshot policies; zones and tags of file systems.
# See tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_s3_bucket" "ok_default_lock__lock_mode__mfa_delete__object_lifecycle__website_hosting__versioning" {
  bucket              = "records"
  object_lock_enabled = true
}

resource "aws_s3_bucket_object_lock_configuration" "records" {
  bucket = aws_s3_bucket.ok_default_lock__lock_mode__mfa_delete__object_lifecycle__website_hosting__versioning.id
  rule {
    default_retention {
      mode = "COMPLIANCE"
      days = 35
    }
  }
}

resource "aws_s3_bucket_versioning" "records" {
  bucket = aws_s3_bucket.ok_default_lock__lock_mode__mfa_delete__object_lifecycle__website_hosting__versioning.id
  mfa    = "arn:aws:iam::111122223333:mfa/root-account-mfa-device 123456"
  versioning_configuration {
    status     = "Enabled"
    mfa_delete = "Enabled"
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "records" {
  bucket = aws_s3_bucket.ok_default_lock__lock_mode__mfa_delete__object_lifecycle__website_hosting__versioning.id
  rule {
    id     = "pieces"
    status = "Enabled"
    filter {}
    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }
  rule {
    id     = "later"
    status = "Disabled"
    filter {}
    transition {
      days          = 90
      storage_class = "GLACIER_IR"
    }
  }
}

resource "aws_s3_bucket" "bad_default_lock__mfa_delete__object_lifecycle__omitted" {
  bucket = "plain"
}

# Locked only where the writer of an object asks for it.
resource "aws_s3_bucket" "bad_lock_mode__default_lock__no_retention" {
  bucket              = "no-retention"
  object_lock_enabled = true
}

resource "aws_s3_bucket" "bad_lock_mode__governance" {
  bucket              = "governed"
  object_lock_enabled = true
}

resource "aws_s3_bucket_object_lock_configuration" "governed" {
  bucket = aws_s3_bucket.bad_lock_mode__governance.id
  rule {
    default_retention {
      mode  = "GOVERNANCE"
      years = 1
    }
  }
}

# The buckets stand in another plan.
resource "aws_s3_bucket_object_lock_configuration" "ok_default_lock" {
  bucket = "elsewhere"
  rule {
    default_retention {
      mode = "COMPLIANCE"
      days = 35
    }
  }
}

resource "aws_s3_bucket_object_lock_configuration" "bad_default_lock" {
  bucket = "elsewhere-too"
}

resource "aws_s3_bucket_versioning" "ok_mfa_delete__versioning" {
  bucket = "elsewhere"
  mfa    = "arn:aws:iam::111122223333:mfa/root-account-mfa-device 123456"
  versioning_configuration {
    status     = "Enabled"
    mfa_delete = "Enabled"
  }
}

resource "aws_s3_bucket_versioning" "bad_mfa_delete__versioning" {
  bucket = "elsewhere-too"
  versioning_configuration {
    status = "Suspended"
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "ok_object_lifecycle" {
  bucket = "elsewhere"
  rule {
    id     = "old"
    status = "Enabled"
    filter {}
    noncurrent_version_expiration {
      noncurrent_days = 90
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "bad_object_lifecycle" {
  bucket = "elsewhere-too"
  rule {
    id     = "old"
    status = "Disabled"
    filter {}
    noncurrent_version_expiration {
      noncurrent_days = 90
    }
  }
}

resource "aws_s3_bucket" "bad_website_hosting" {
  bucket = "pages"
}

resource "aws_s3_bucket_website_configuration" "pages" {
  bucket = aws_s3_bucket.bad_website_hosting.id
  index_document {
    suffix = "index.html"
  }
}

resource "aws_s3_bucket" "bad_website_hosting__inline" {
  bucket = "old-pages"
  website {
    index_document = "index.html"
  }
}

resource "aws_s3_bucket_website_configuration" "bad_website_hosting" {
  bucket = "elsewhere"
  index_document {
    suffix = "index.html"
  }
}

# Shows no object: every request is sent elsewhere.
resource "aws_s3_bucket_website_configuration" "ok_website_hosting__redirect" {
  bucket = "elsewhere-too"
  redirect_all_requests_to {
    host_name = "www.example.com"
    protocol  = "https"
  }
}

resource "aws_iam_role" "replication" {
  name = "replication"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "s3.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_iam_role" "batch" {
  name = "batch"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "batchoperations.s3.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_s3_bucket_replication_configuration" "ok_copying" {
  bucket = "elsewhere"
  role   = aws_iam_role.replication.arn
  rule {
    id     = "all"
    status = "Enabled"
    destination {
      bucket = "arn:aws:s3:::replica"
    }
  }
  rule {
    id       = "later"
    priority = 1
    status   = "Disabled"
    filter {
      prefix = "later/"
    }
    delete_marker_replication {
      status = "Disabled"
    }
    destination {
      bucket = "arn:aws:s3:::replica"
    }
  }
}

resource "aws_s3_bucket_replication_configuration" "bad_copying__disabled" {
  bucket = "elsewhere-too"
  role   = aws_iam_role.replication.arn
  rule {
    id     = "all"
    status = "Disabled"
    destination {
      bucket = "arn:aws:s3:::replica"
    }
  }
}

resource "aws_s3_bucket_replication_configuration" "bad_copying__role" {
  bucket = "elsewhere-again"
  role   = aws_iam_role.batch.arn
  rule {
    id     = "all"
    status = "Enabled"
    destination {
      bucket = "arn:aws:s3:::replica"
    }
  }
}

resource "aws_s3_bucket" "ok_copying__inline" {
  bucket = "copied"
  replication_configuration {
    role = "arn:aws:iam::111122223333:role/replication"
    rules {
      status = "Enabled"
      destination {
        bucket = "arn:aws:s3:::replica"
      }
    }
  }
}

resource "aws_s3_bucket" "bad_copying__inline" {
  bucket = "not-copied"
  replication_configuration {
    role = "arn:aws:iam::111122223333:role/replication"
    rules {
      status = "Disabled"
      destination {
        bucket = "arn:aws:s3:::replica"
      }
    }
  }
}

resource "aws_dlm_lifecycle_policy" "ok_copying__omitted" {
  description        = "daily"
  execution_role_arn = "arn:aws:iam::111122223333:role/snapshots"
  policy_details {
    resource_types = ["VOLUME"]
    target_tags    = { Backup = "daily" }
    schedule {
      name = "daily"
      create_rule {
        interval = 24
      }
      retain_rule {
        count = 14
      }
    }
  }
}

resource "aws_dlm_lifecycle_policy" "bad_copying" {
  description        = "daily"
  execution_role_arn = "arn:aws:iam::111122223333:role/snapshots"
  state              = "DISABLED"
  policy_details {
    resource_types = ["VOLUME"]
    target_tags    = { Backup = "daily" }
    schedule {
      name = "daily"
      create_rule {
        interval = 24
      }
      retain_rule {
        count = 14
      }
    }
  }
}

resource "aws_efs_file_system" "ok_zones" {
  encrypted = true
}

resource "aws_efs_file_system" "bad_zones" {
  encrypted              = true
  availability_zone_name = "us-east-1a"
}

resource "aws_fsx_windows_file_system" "ok_zones__snapshot_tags" {
  active_directory_id  = "d-0123456789"
  storage_capacity     = 300
  throughput_capacity  = 32
  deployment_type      = "MULTI_AZ_1"
  preferred_subnet_id  = "subnet-0123456789abcdef0"
  subnet_ids           = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  copy_tags_to_backups = true
}

resource "aws_fsx_windows_file_system" "bad_zones__snapshot_tags__omitted" {
  active_directory_id = "d-0123456789"
  storage_capacity    = 300
  throughput_capacity = 32
  subnet_ids          = ["subnet-0123456789abcdef0"]
}

resource "aws_fsx_lustre_file_system" "ok_snapshot_tags" {
  storage_capacity            = 1200
  subnet_ids                  = ["subnet-0123456789abcdef0"]
  deployment_type             = "PERSISTENT_2"
  per_unit_storage_throughput = 125
  copy_tags_to_backups        = true
}

resource "aws_fsx_lustre_file_system" "bad_snapshot_tags__omitted" {
  storage_capacity            = 1200
  subnet_ids                  = ["subnet-0123456789abcdef0"]
  deployment_type             = "PERSISTENT_2"
  per_unit_storage_throughput = 125
}

resource "aws_fsx_ontap_file_system" "ok_zones" {
  deployment_type     = "MULTI_AZ_1"
  preferred_subnet_id = "subnet-0123456789abcdef0"
  storage_capacity    = 1024
  subnet_ids          = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  throughput_capacity = 128
}

resource "aws_fsx_ontap_file_system" "bad_zones" {
  deployment_type     = "SINGLE_AZ_1"
  preferred_subnet_id = "subnet-0123456789abcdef0"
  storage_capacity    = 1024
  subnet_ids          = ["subnet-0123456789abcdef0"]
  throughput_capacity = 128
}

resource "aws_fsx_openzfs_file_system" "ok_zones__snapshot_tags" {
  deployment_type      = "MULTI_AZ_1"
  preferred_subnet_id  = "subnet-0123456789abcdef0"
  storage_capacity     = 64
  subnet_ids           = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  throughput_capacity  = 160
  copy_tags_to_backups = true
}

resource "aws_fsx_openzfs_file_system" "bad_zones__snapshot_tags__omitted" {
  deployment_type     = "SINGLE_AZ_1"
  storage_capacity    = 64
  subnet_ids          = ["subnet-0123456789abcdef0"]
  throughput_capacity = 64
}
