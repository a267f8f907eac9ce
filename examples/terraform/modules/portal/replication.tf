# Copies of each bucket that asks for one, in the other Region and under that Region's key.

resource "aws_iam_role" "replication" {
  name = "portal-replication"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "s3.amazonaws.com" } }]
  })
}

data "aws_iam_policy_document" "replication" {
  for_each = var.copies

  statement {
    actions   = ["s3:GetReplicationConfiguration", "s3:ListBucket"]
    resources = [module.bucket[each.key].arn]
  }
  statement {
    actions   = ["s3:GetObjectVersionForReplication", "s3:GetObjectVersionAcl", "s3:GetObjectVersionTagging"]
    resources = ["${module.bucket[each.key].arn}/*"]
  }
  statement {
    actions   = ["s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags"]
    resources = ["${each.value}/*"]
  }
  statement {
    actions   = ["kms:Decrypt"]
    resources = [var.key_arn]
  }
  statement {
    actions   = ["kms:Encrypt"]
    resources = [var.copy_key]
  }
}

resource "aws_iam_role_policy" "replication" {
  for_each = var.copies
  name     = "replicate-${each.key}"
  role     = aws_iam_role.replication.id
  policy   = data.aws_iam_policy_document.replication[each.key].json
}

resource "aws_s3_bucket_replication_configuration" "this" {
  for_each = var.copies
  bucket   = module.bucket[each.key].versioned
  role     = aws_iam_role.replication.arn

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
      bucket        = each.value
      storage_class = "STANDARD_IA"
      encryption_configuration {
        replica_kms_key_id = var.copy_key
      }
    }
  }
}
