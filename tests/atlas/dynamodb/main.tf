# Facts of Amazon DynamoDB and DAX.
# See tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_kms_key" "key" {}

resource "aws_dynamodb_table" "bad_encryption_key__backup__point_in_time__deletion_protection__omitted" {
  name         = "plain"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_dynamodb_table" "ok_encryption_key__backup__point_in_time__deletion_protection__policy_exposure" {
  name                        = "records"
  billing_mode                = "PAY_PER_REQUEST"
  hash_key                    = "id"
  deletion_protection_enabled = true
  attribute {
    name = "id"
    type = "S"
  }
  server_side_encryption {
    enabled     = true
    kms_key_arn = aws_kms_key.key.arn
  }
  point_in_time_recovery {
    enabled = true
  }
}

resource "aws_dynamodb_table" "bad_encryption_key__managed" {
  name         = "managed"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  attribute {
    name = "id"
    type = "S"
  }
  server_side_encryption {
    enabled = true
  }
}

resource "aws_dynamodb_table" "bad_encryption_key__point_in_time__replica" {
  name             = "replicated"
  billing_mode     = "PAY_PER_REQUEST"
  hash_key         = "id"
  stream_enabled   = true
  stream_view_type = "NEW_AND_OLD_IMAGES"
  attribute {
    name = "id"
    type = "S"
  }
  server_side_encryption {
    enabled     = true
    kms_key_arn = aws_kms_key.key.arn
  }
  point_in_time_recovery {
    enabled = true
  }
  replica {
    region_name = "us-west-2"
  }
}

resource "aws_dynamodb_table" "ok_encryption_key__point_in_time__replica" {
  name             = "replicated-too"
  billing_mode     = "PAY_PER_REQUEST"
  hash_key         = "id"
  stream_enabled   = true
  stream_view_type = "NEW_AND_OLD_IMAGES"
  attribute {
    name = "id"
    type = "S"
  }
  server_side_encryption {
    enabled     = true
    kms_key_arn = aws_kms_key.key.arn
  }
  point_in_time_recovery {
    enabled = true
  }
  replica {
    region_name            = "us-west-2"
    kms_key_arn            = "arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    point_in_time_recovery = true
  }
}

resource "aws_dynamodb_table" "bad_policy_exposure" {
  name         = "open"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_dynamodb_resource_policy" "bad_policy_exposure" {
  resource_arn = aws_dynamodb_table.bad_policy_exposure.arn
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "dynamodb:GetItem", Resource = "*" }]
  })
}

resource "aws_dynamodb_resource_policy" "ok_policy_exposure" {
  resource_arn = aws_dynamodb_table.ok_encryption_key__backup__point_in_time__deletion_protection__policy_exposure.arn
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/reader" }, Action = "dynamodb:GetItem", Resource = "*" }]
  })
}

resource "aws_dynamodb_table_replica" "bad_encryption_key__point_in_time__deletion_protection__omitted" {
  global_table_arn = "arn:aws:dynamodb:us-west-2:111122223333:table/records"
}

resource "aws_dynamodb_table_replica" "ok_encryption_key__point_in_time__deletion_protection" {
  global_table_arn            = "arn:aws:dynamodb:us-west-2:111122223333:table/records"
  kms_key_arn                 = aws_kms_key.key.arn
  point_in_time_recovery      = true
  deletion_protection_enabled = true
}

resource "aws_dynamodb_global_table" "bad_point_in_time" {
  name = aws_dynamodb_table.bad_encryption_key__backup__point_in_time__deletion_protection__omitted.name
  replica {
    region_name = "us-east-1"
  }
}

resource "aws_dynamodb_global_table" "ok_point_in_time" {
  name = aws_dynamodb_table.ok_encryption_key__backup__point_in_time__deletion_protection__policy_exposure.name
  replica {
    region_name = "us-east-1"
  }
}

resource "aws_dynamodb_table_export" "bad_encryption_key__omitted" {
  table_arn = "arn:aws:dynamodb:us-east-1:111122223333:table/records"
  s3_bucket = "exports"
}

resource "aws_dynamodb_table_export" "ok_encryption_key" {
  table_arn         = "arn:aws:dynamodb:us-east-1:111122223333:table/records"
  s3_bucket         = "exports"
  s3_sse_algorithm  = "KMS"
  s3_sse_kms_key_id = aws_kms_key.key.arn
}

resource "aws_dax_cluster" "bad_encryption__encryption_key__transit__omitted" {
  cluster_name       = "plain"
  iam_role_arn       = "arn:aws:iam::111122223333:role/dax"
  node_type          = "dax.r5.large"
  replication_factor = 1
}

resource "aws_dax_cluster" "ok_encryption__transit" {
  cluster_name                     = "records"
  iam_role_arn                     = "arn:aws:iam::111122223333:role/dax"
  node_type                        = "dax.r5.large"
  replication_factor               = 1
  cluster_endpoint_encryption_type = "TLS"
  server_side_encryption {
    enabled = true
  }
}
