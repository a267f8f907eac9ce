# Data events and the archive of a trail; see tests/atlas/s3 on names. One provider, so that one trail of one Region is enough.

provider "aws" {
  region = "us-east-1"
}

provider "aws" {
  alias                       = "west"
  region                      = "us-west-2"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
}

# By reference, in an advanced selector.
resource "aws_s3_bucket" "ok_data_events__reference" {
  bucket = "by-reference"
}

# By a name written out, in a basic selector.
resource "aws_s3_bucket" "ok_data_events__literal" {
  bucket = "by-literal"
}

resource "aws_s3_bucket" "bad_data_events__unlisted" {
  bucket = "unlisted"
}

resource "aws_s3_bucket" "bad_data_events__part_of_it" {
  bucket = "part-of-it"
}

resource "aws_s3_bucket" "bad_data_events__reads_only" {
  bucket = "reads-only"
}

# Reads by one trail, writes by another.
resource "aws_s3_bucket" "ok_data_events__by_two" {
  bucket = "by-two"
}

resource "aws_s3_bucket" "bad_data_events__excluded" {
  bucket = "excluded"
}

resource "aws_s3_bucket" "ok_data_events__not_excluded" {
  bucket = "kept-in"
}

# The trail of one Region does not see it.
resource "aws_s3_bucket" "bad_data_events__far" {
  provider = aws.west
  bucket   = "far"
}

resource "aws_s3_bucket" "bad_data_events__by_a_stopped_trail" {
  bucket = "stopped"
}

resource "aws_dynamodb_table" "ok_data_events" {
  name         = "sessions"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_dynamodb_table" "bad_data_events__some_calls" {
  name         = "some-calls"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_lambda_function" "ok_data_events__every_function" {
  function_name = "intake"
  role          = "arn:aws:iam::111122223333:role/intake"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  s3_bucket     = "code"
  s3_key        = "intake.zip"
}

resource "aws_lambda_function" "bad_data_events__far" {
  provider      = aws.west
  function_name = "far"
  role          = "arn:aws:iam::111122223333:role/far"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  s3_bucket     = "code"
  s3_key        = "far.zip"
}

resource "aws_s3_directory_bucket" "ok_data_events" {
  bucket = "scans--use1-az4--x-s3"
  location {
    name = "use1-az4"
  }
}

resource "aws_s3_directory_bucket" "bad_data_events" {
  bucket = "images--use1-az4--x-s3"
  location {
    name = "use1-az4"
  }
}

resource "aws_cloudtrail" "advanced" {
  name           = "advanced"
  s3_bucket_name = aws_s3_bucket.ok_object_lock.id
  advanced_event_selector {
    field_selector {
      field  = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field  = "resources.type"
      equals = ["AWS::S3::Object"]
    }
    field_selector {
      field       = "resources.ARN"
      starts_with = ["${aws_s3_bucket.ok_data_events__reference.arn}/", "arn:aws:s3:::part-of-it/images/"]
    }
  }
  advanced_event_selector {
    field_selector {
      field  = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field  = "resources.type"
      equals = ["AWS::S3::Object"]
    }
    field_selector {
      field  = "readOnly"
      equals = ["true"]
    }
    field_selector {
      field       = "resources.ARN"
      starts_with = ["arn:aws:s3:::reads-only/", "arn:aws:s3:::by-two/"]
    }
  }
  advanced_event_selector {
    field_selector {
      field  = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field  = "resources.type"
      equals = ["AWS::S3::Object"]
    }
    field_selector {
      field           = "resources.ARN"
      starts_with     = ["arn:aws:s3:::excluded", "arn:aws:s3:::kept"]
      not_starts_with = ["arn:aws:s3:::excluded/"]
    }
  }
  advanced_event_selector {
    field_selector {
      field  = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field  = "resources.type"
      equals = ["AWS::DynamoDB::Table"]
    }
    field_selector {
      field  = "resources.ARN"
      equals = [aws_dynamodb_table.ok_data_events.arn]
    }
  }
  advanced_event_selector {
    field_selector {
      field  = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field  = "resources.type"
      equals = ["AWS::DynamoDB::Table"]
    }
    field_selector {
      field  = "eventName"
      equals = ["GetItem"]
    }
  }
  advanced_event_selector {
    field_selector {
      field  = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field  = "resources.type"
      equals = ["AWS::S3Express::Object"]
    }
    field_selector {
      field       = "resources.ARN"
      starts_with = ["arn:aws:s3express:us-east-1:111122223333:bucket/scans--use1-az4--x-s3"]
    }
  }
}

resource "aws_cloudtrail" "basic" {
  name           = "basic"
  s3_bucket_name = aws_s3_bucket.ok_object_lock__years.id
  event_selector {
    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3:::by-literal/"]
    }
    data_resource {
      type   = "AWS::Lambda::Function"
      values = ["arn:aws:lambda"]
    }
  }
  event_selector {
    read_write_type = "WriteOnly"
    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3:::by-two/"]
    }
  }
}

resource "aws_cloudtrail" "stopped" {
  name           = "stopped"
  s3_bucket_name = aws_s3_bucket.bad_object_lock__omitted.id
  enable_logging = false
  event_selector {
    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3:::stopped/"]
    }
  }
}

resource "aws_cloudtrail" "fourth" {
  name           = "fourth"
  s3_bucket_name = aws_s3_bucket.bad_object_lock__no_retention.id
}

resource "aws_s3_bucket" "ok_object_lock" {
  bucket              = "archive"
  object_lock_enabled = true
}

resource "aws_s3_bucket_object_lock_configuration" "archive" {
  bucket = aws_s3_bucket.ok_object_lock.id
  rule {
    default_retention {
      mode = "COMPLIANCE"
      days = 2192
    }
  }
}

# Governance is on the good side of unknown: that it is not enough, the control says.
resource "aws_s3_bucket" "ok_object_lock__years" {
  bucket = "archive-years"
}

resource "aws_s3_bucket_object_lock_configuration" "years" {
  bucket = aws_s3_bucket.ok_object_lock__years.id
  rule {
    default_retention {
      mode  = "GOVERNANCE"
      years = 6
    }
  }
}

resource "aws_s3_bucket" "bad_object_lock__omitted" {
  bucket = "archive-omitted"
}

resource "aws_s3_bucket" "bad_object_lock__no_retention" {
  bucket              = "archive-open"
  object_lock_enabled = true
}

resource "aws_s3_bucket_object_lock_configuration" "open" {
  bucket = aws_s3_bucket.bad_object_lock__no_retention.id
}

# An archive for the trails of other accounts: its policy lets CloudTrail write.
resource "aws_s3_bucket" "ok_object_lock__for_others" {
  bucket = "archive-for-others"
}

resource "aws_s3_bucket_policy" "for_others" {
  bucket = aws_s3_bucket.ok_object_lock__for_others.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "cloudtrail.amazonaws.com" }
      Action    = "s3:PutObject"
      Resource  = "arn:aws:s3:::archive-for-others/AWSLogs/*"
      Condition = { StringEquals = { "aws:SourceAccount" = "444455556666" } }
    }]
  })
}

resource "aws_s3_bucket_object_lock_configuration" "for_others" {
  bucket = aws_s3_bucket.ok_object_lock__for_others.id
  rule {
    default_retention {
      mode = "COMPLIANCE"
      days = 2192
    }
  }
}

resource "aws_s3_bucket" "bad_object_lock__for_others" {
  bucket = "open-for-others"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = ["cloudtrail.amazonaws.com", "config.amazonaws.com"] }
      Action    = "s3:Put*"
      Resource  = "arn:aws:s3:::open-for-others/*"
      Condition = { StringEquals = { "aws:SourceAccount" = "444455556666" } }
    }]
  })
}

# Takes server access logs, and is asked for neither a lock nor data events: its name claims nothing.
resource "aws_s3_bucket" "access_logs" {
  bucket = "access-logs"
}

resource "aws_s3_bucket_policy" "access_logs" {
  bucket = aws_s3_bucket.access_logs.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "logging.s3.amazonaws.com" }
      Action    = "s3:PutObject"
      Resource  = "arn:aws:s3:::access-logs/*"
      Condition = { StringEquals = { "aws:SourceAccount" = "444455556666" } }
    }]
  })
}

resource "aws_sqs_queue" "ok_data_events" {
  name = "listed"
}

resource "aws_sqs_queue" "bad_data_events" {
  name = "unlisted"
}

resource "aws_sns_topic" "ok_data_events" {
  name = "listed"
}

resource "aws_sns_topic" "bad_data_events" {
  name = "unlisted"
}

resource "aws_kinesis_stream" "ok_data_events" {
  name        = "listed"
  shard_count = 1
}

resource "aws_kinesis_stream" "bad_data_events" {
  name        = "unlisted"
  shard_count = 1
}

resource "aws_timestreamwrite_table" "ok_data_events" {
  database_name = "vitals"
  table_name    = "listed"
}

resource "aws_timestreamwrite_table" "bad_data_events" {
  database_name = "vitals"
  table_name    = "unlisted"
}

resource "aws_keyspaces_table" "ok_data_events" {
  keyspace_name = "visits"
  table_name    = "listed"
  schema_definition {
    column {
      name = "id"
      type = "text"
    }
    partition_key {
      name = "id"
    }
  }
}

resource "aws_keyspaces_table" "bad_data_events" {
  keyspace_name = "visits"
  table_name    = "unlisted"
  schema_definition {
    column {
      name = "id"
      type = "text"
    }
    partition_key {
      name = "id"
    }
  }
}

# Volumes are read block by block as snapshots; the trail is one of the first Region.
resource "aws_ebs_volume" "ok_data_events" {
  availability_zone = "us-east-1a"
  size              = 8
}

resource "aws_ebs_volume" "bad_data_events__far" {
  provider          = aws.west
  availability_zone = "us-west-2a"
  size              = 8
}

resource "aws_ebs_snapshot" "ok_data_events" {
  volume_id = aws_ebs_volume.ok_data_events.id
}

resource "aws_ebs_snapshot" "bad_data_events__far" {
  provider  = aws.west
  volume_id = aws_ebs_volume.bad_data_events__far.id
}

resource "aws_ebs_snapshot_copy" "bad_data_events__far" {
  provider           = aws.west
  source_region      = "us-east-1"
  source_snapshot_id = aws_ebs_snapshot.ok_data_events.id
}

resource "aws_ebs_snapshot_copy" "ok_data_events" {
  source_region      = "us-east-1"
  source_snapshot_id = aws_ebs_snapshot.ok_data_events.id
}

resource "aws_bedrockagent_agent_alias" "ok_data_events" {
  agent_alias_name = "live"
  agent_id         = "AGENT12345"
}

resource "aws_bedrockagent_agent_alias" "bad_data_events__far" {
  provider         = aws.west
  agent_alias_name = "far"
  agent_id         = "AGENT12345"
}

locals {
  listed = {
    "AWS::Kinesis::Stream"     = ["arn:aws:kinesis:us-east-1:111122223333:stream/listed"]
    "AWS::Timestream::Table"   = ["arn:aws:timestream:us-east-1:111122223333:database/vitals/table/listed"]
    "AWS::Cassandra::Table"    = ["arn:aws:cassandra:us-east-1:111122223333:/keyspace/visits/table/listed"]
    "AWS::EC2::Snapshot"       = ["arn:aws:ec2:us-east-1::snapshot/"]
    "AWS::Bedrock::AgentAlias" = ["arn:aws:bedrock:us-east-1:111122223333:agent-alias/"]
  }
}

resource "aws_cloudtrail" "listed" {
  name           = "listed"
  s3_bucket_name = "central"
  dynamic "advanced_event_selector" {
    for_each = local.listed
    content {
      field_selector {
        field  = "eventCategory"
        equals = ["Data"]
      }
      field_selector {
        field  = "resources.type"
        equals = [advanced_event_selector.key]
      }
      field_selector {
        field       = "resources.ARN"
        starts_with = advanced_event_selector.value
      }
    }
  }
}

resource "aws_cloudtrail" "by_reference" {
  name           = "by-reference"
  s3_bucket_name = "central"
  advanced_event_selector {
    field_selector {
      field  = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field  = "resources.type"
      equals = ["AWS::SQS::Queue"]
    }
    field_selector {
      field  = "resources.ARN"
      equals = [aws_sqs_queue.ok_data_events.arn]
    }
  }
  advanced_event_selector {
    field_selector {
      field  = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field  = "resources.type"
      equals = ["AWS::SNS::Topic"]
    }
    field_selector {
      field  = "resources.ARN"
      equals = [aws_sns_topic.ok_data_events.arn]
    }
  }
}
