# Facts of Amazon Timestream, QLDB and Keyspaces.
# See tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_kms_key" "key" {}

resource "aws_timestreamwrite_database" "bad_encryption_key__omitted" {
  database_name = "plain"
}

resource "aws_timestreamwrite_database" "ok_encryption_key" {
  database_name = "records"
  kms_key_id    = aws_kms_key.key.arn
}

resource "aws_timestreamwrite_table" "ok_encryption_key" {
  database_name = aws_timestreamwrite_database.ok_encryption_key.database_name
  table_name    = "visits"
}

resource "aws_timestreamwrite_table" "bad_encryption_key" {
  database_name = aws_timestreamwrite_database.bad_encryption_key__omitted.database_name
  table_name    = "visits"
}

resource "aws_timestreaminfluxdb_db_instance" "bad_public_endpoint__audit_log" {
  name                   = "open"
  allocated_storage      = 20
  bucket                 = "visits"
  db_instance_type       = "db.influx.medium"
  organization           = "clinic"
  username               = "keeper"
  password               = "notarealone1"
  publicly_accessible    = true
  vpc_security_group_ids = ["sg-0123456789abcdef0"]
  vpc_subnet_ids         = ["subnet-0123456789abcdef0"]
}

resource "aws_timestreaminfluxdb_db_instance" "ok_encryption_key__public_endpoint__audit_log" {
  name                   = "private"
  allocated_storage      = 20
  bucket                 = "visits"
  db_instance_type       = "db.influx.medium"
  organization           = "clinic"
  username               = "keeper"
  password               = "notarealone1"
  vpc_security_group_ids = ["sg-0123456789abcdef0"]
  vpc_subnet_ids         = ["subnet-0123456789abcdef0"]
  log_delivery_configuration {
    s3_configuration {
      bucket_name = "logs"
      enabled     = true
    }
  }
}

resource "aws_qldb_ledger" "bad_encryption_key__deletion_protection__authorization" {
  name                = "open"
  permissions_mode    = "ALLOW_ALL"
  deletion_protection = false
}

resource "aws_qldb_ledger" "ok_encryption_key__deletion_protection__authorization" {
  name             = "records"
  permissions_mode = "STANDARD"
  kms_key          = aws_kms_key.key.arn
}

resource "aws_keyspaces_table" "bad_encryption_key__point_in_time__backup__omitted" {
  keyspace_name = "clinic"
  table_name    = "plain"
  schema_definition {
    column {
      name = "id"
      type = "ascii"
    }
    partition_key {
      name = "id"
    }
  }
}

resource "aws_keyspaces_table" "ok_encryption_key__point_in_time__backup" {
  keyspace_name = "clinic"
  table_name    = "records"
  encryption_specification {
    type               = "CUSTOMER_MANAGED_KMS_KEY"
    kms_key_identifier = aws_kms_key.key.arn
  }
  point_in_time_recovery {
    status = "ENABLED"
  }
  schema_definition {
    column {
      name = "id"
      type = "ascii"
    }
    partition_key {
      name = "id"
    }
  }
}

resource "aws_timestreamquery_scheduled_query" "bad_encryption_key__omitted" {
  name               = "ba"
  execution_role_arn = "arn:aws:iam::111122223333:role/query"
  query_string       = "SELECT 1"
  error_report_configuration {
    s3_configuration {
      bucket_name = "errors"
    }
  }
  notification_configuration {
    sns_configuration {
      topic_arn = "arn:aws:sns:us-east-1:111122223333:queries"
    }
  }
  schedule_configuration {
    schedule_expression = "rate(1 hour)"
  }
  target_configuration {
    timestream_configuration {
      database_name = "records"
      table_name    = "visits"
      time_column   = "time"
      dimension_mapping {
        name                 = "region"
        dimension_value_type = "VARCHAR"
      }
      multi_measure_mappings {
        target_multi_measure_name = "visit"
        multi_measure_attribute_mapping {
          source_column      = "count"
          measure_value_type = "BIGINT"
        }
      }
    }
  }
}

resource "aws_timestreamquery_scheduled_query" "ok_encryption_key" {
  name               = "ok"
  execution_role_arn = "arn:aws:iam::111122223333:role/query"
  kms_key_id         = aws_kms_key.key.arn
  query_string       = "SELECT 1"
  error_report_configuration {
    s3_configuration {
      bucket_name = "errors"
    }
  }
  notification_configuration {
    sns_configuration {
      topic_arn = "arn:aws:sns:us-east-1:111122223333:queries"
    }
  }
  schedule_configuration {
    schedule_expression = "rate(1 hour)"
  }
  target_configuration {
    timestream_configuration {
      database_name = "records"
      table_name    = "visits"
      time_column   = "time"
      dimension_mapping {
        name                 = "region"
        dimension_value_type = "VARCHAR"
      }
      multi_measure_mappings {
        target_multi_measure_name = "visit"
        multi_measure_attribute_mapping {
          source_column      = "count"
          measure_value_type = "BIGINT"
        }
      }
    }
  }
}

variable "password" {
  default   = "givenfromoutside"
  sensitive = true
}

resource "aws_timestreaminfluxdb_db_instance" "ok_plain_secret" {
  name                   = "secret"
  allocated_storage      = 20
  bucket                 = "visits"
  db_instance_type       = "db.influx.medium"
  organization           = "clinic"
  username               = "keeper"
  password               = var.password
  vpc_security_group_ids = ["sg-0123456789abcdef0"]
  vpc_subnet_ids         = ["subnet-0123456789abcdef0"]
}

resource "aws_timestreaminfluxdb_db_instance" "bad_plain_secret" {
  name                   = "secret"
  allocated_storage      = 20
  bucket                 = "visits"
  db_instance_type       = "db.influx.medium"
  organization           = "clinic"
  username               = "keeper"
  password               = "notarealone1"
  vpc_security_group_ids = ["sg-0123456789abcdef0"]
  vpc_subnet_ids         = ["subnet-0123456789abcdef0"]
}
