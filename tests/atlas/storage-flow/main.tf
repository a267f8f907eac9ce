# Where the data of a store goes, its class goes too: what bears the label none and receives ePHI contradicts it.
# See tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_s3_bucket" "ok_data_class_label" {
  bucket = "records"

  tags = {
    DataClass = "ephi"
  }
}

resource "aws_s3_bucket" "bad_data_class_label__replica" {
  bucket = "replica"

  tags = {
    DataClass = "none"
  }
}

resource "aws_s3_bucket" "bad_data_class_label__logs" {
  bucket = "logs"

  tags = {
    DataClass = "none"
  }
}

resource "aws_s3_bucket" "bad_data_class_label__report" {
  bucket = "report"

  tags = {
    DataClass = "none"
  }
}

resource "aws_s3_bucket" "bad_data_class_label__stream" {
  bucket = "stream"

  tags = {
    DataClass = "none"
  }
}

resource "aws_s3_bucket" "bad_data_class_label__export" {
  bucket = "export"

  tags = {
    DataClass = "none"
  }
}

resource "aws_s3_bucket" "ok_data_class_label__apart" {
  bucket = "site"

  tags = {
    DataClass = "none"
  }
}

resource "aws_s3_bucket_replication_configuration" "records" {
  bucket = aws_s3_bucket.ok_data_class_label.id
  role   = "arn:aws:iam::111122223333:role/replication"
  rule {
    status = "Enabled"
    destination {
      bucket = aws_s3_bucket.bad_data_class_label__replica.arn
    }
  }
}

resource "aws_s3_bucket_logging" "records" {
  bucket        = aws_s3_bucket.ok_data_class_label.id
  target_bucket = aws_s3_bucket.bad_data_class_label__logs.id
  target_prefix = "access/"
}

resource "aws_s3_bucket_inventory" "records" {
  bucket                   = aws_s3_bucket.ok_data_class_label.id
  name                     = "all"
  included_object_versions = "All"
  schedule {
    frequency = "Daily"
  }
  destination {
    bucket {
      format     = "CSV"
      bucket_arn = aws_s3_bucket.bad_data_class_label__report.arn
    }
  }
}

resource "aws_sqs_queue" "bad_data_class_label__notified" {
  name = "notified"
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.bad_data_class_label__dead_letters.arn
    maxReceiveCount     = 4
  })

  tags = {
    DataClass = "none"
  }
}

resource "aws_sqs_queue" "bad_data_class_label__dead_letters" {
  name = "dead-letters"

  tags = {
    DataClass = "none"
  }
}

resource "aws_s3_bucket_notification" "records" {
  bucket = aws_s3_bucket.ok_data_class_label.id
  queue {
    events    = ["s3:ObjectCreated:*"]
    queue_arn = aws_sqs_queue.bad_data_class_label__notified.arn
  }
}

resource "aws_sns_topic" "ok_data_class_label" {
  name = "visits"

  tags = {
    DataClass = "ephi"
  }
}

resource "aws_sqs_queue" "bad_data_class_label__subscribed" {
  name = "subscribed"

  tags = {
    DataClass = "none"
  }
}

resource "aws_sns_topic_subscription" "visits" {
  topic_arn = aws_sns_topic.ok_data_class_label.arn
  protocol  = "sqs"
  endpoint  = aws_sqs_queue.bad_data_class_label__subscribed.arn
}

resource "aws_dynamodb_table" "ok_data_class_label" {
  name         = "sessions"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  attribute {
    name = "id"
    type = "S"
  }

  tags = {
    DataClass = "ephi"
  }
}

resource "aws_kinesis_stream" "bad_data_class_label__of_the_table" {
  name        = "sessions"
  shard_count = 1

  tags = {
    DataClass = "none"
  }
}

resource "aws_dynamodb_kinesis_streaming_destination" "sessions" {
  table_name = aws_dynamodb_table.ok_data_class_label.name
  stream_arn = aws_kinesis_stream.bad_data_class_label__of_the_table.arn
}

resource "aws_kinesis_firehose_delivery_stream" "bad_data_class_label__of_the_stream" {
  name        = "sessions"
  destination = "extended_s3"
  kinesis_source_configuration {
    kinesis_stream_arn = aws_kinesis_stream.bad_data_class_label__of_the_table.arn
    role_arn           = "arn:aws:iam::111122223333:role/firehose"
  }
  extended_s3_configuration {
    role_arn   = "arn:aws:iam::111122223333:role/firehose"
    bucket_arn = aws_s3_bucket.bad_data_class_label__stream.arn
  }

  tags = {
    DataClass = "none"
  }
}

resource "aws_dynamodb_table_export" "sessions" {
  table_arn = aws_dynamodb_table.ok_data_class_label.arn
  s3_bucket = aws_s3_bucket.bad_data_class_label__export.id
}

resource "aws_db_instance" "ok_data_class_label" {
  identifier     = "records"
  engine         = "postgres"
  instance_class = "db.t3.micro"

  tags = {
    DataClass = "ephi"
  }
}

resource "aws_db_instance" "bad_data_class_label__replica" {
  identifier          = "replica"
  instance_class      = "db.t3.micro"
  replicate_source_db = aws_db_instance.ok_data_class_label.identifier

  tags = {
    DataClass = "none"
  }
}

resource "aws_db_snapshot" "bad_data_class_label" {
  db_instance_identifier = aws_db_instance.ok_data_class_label.identifier
  db_snapshot_identifier = "records"

  tags = {
    DataClass = "none"
  }
}

resource "aws_db_instance" "bad_data_class_label__restored" {
  identifier          = "restored"
  instance_class      = "db.t3.micro"
  snapshot_identifier = aws_db_snapshot.bad_data_class_label.id

  tags = {
    DataClass = "none"
  }
}

resource "aws_rds_cluster" "ok_data_class_label" {
  cluster_identifier = "records"
  engine             = "aurora-postgresql"

  tags = {
    DataClass = "ephi"
  }
}

resource "aws_rds_cluster_instance" "bad_data_class_label" {
  cluster_identifier = aws_rds_cluster.ok_data_class_label.id
  engine             = "aurora-postgresql"
  instance_class     = "db.r6g.large"

  tags = {
    DataClass = "none"
  }
}

resource "aws_ebs_volume" "ok_data_class_label" {
  availability_zone = "us-east-1a"
  size              = 10

  tags = {
    DataClass = "ephi"
  }
}

resource "aws_ebs_snapshot" "bad_data_class_label" {
  volume_id = aws_ebs_volume.ok_data_class_label.id

  tags = {
    DataClass = "none"
  }
}

resource "aws_ebs_snapshot_copy" "bad_data_class_label" {
  source_region      = "us-east-1"
  source_snapshot_id = aws_ebs_snapshot.bad_data_class_label.id

  tags = {
    DataClass = "none"
  }
}

resource "aws_redshift_cluster" "ok_data_class_label" {
  cluster_identifier     = "records"
  node_type              = "ra3.large"
  master_username        = "keeper"
  manage_master_password = true
  skip_final_snapshot    = true

  tags = {
    DataClass = "ephi"
  }
}

resource "aws_redshift_cluster_snapshot" "bad_data_class_label" {
  cluster_identifier  = aws_redshift_cluster.ok_data_class_label.id
  snapshot_identifier = "records"

  tags = {
    DataClass = "none"
  }
}

# What cannot bear a label belongs to what it configures: the policy of a site is as public as the site.
resource "aws_s3_bucket_policy" "site" {
  bucket = aws_s3_bucket.ok_data_class_label__apart.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "arn:aws:s3:::site/*" }]
  })
}

resource "aws_s3_bucket_policy" "records" {
  bucket = aws_s3_bucket.ok_data_class_label.id
  policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

resource "aws_s3_bucket_policy" "elsewhere" {
  bucket = "elsewhere"
  policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

resource "aws_s3_bucket" "unlabelled" {
  bucket = "unlabelled"
}

resource "aws_s3_bucket_policy" "unlabelled" {
  bucket = aws_s3_bucket.unlabelled.id
  policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

# A default is only an assumption: it contradicts no label.
resource "aws_s3_bucket" "ok_data_class_label__of_the_unlabelled" {
  bucket = "copies"

  tags = {
    DataClass = "none"
  }
}

resource "aws_s3_bucket_replication_configuration" "unlabelled" {
  bucket = aws_s3_bucket.unlabelled.id
  role   = "arn:aws:iam::111122223333:role/replication"
  rule {
    status = "Enabled"
    destination {
      bucket = aws_s3_bucket.ok_data_class_label__of_the_unlabelled.arn
    }
  }
}
