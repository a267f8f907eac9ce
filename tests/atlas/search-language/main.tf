# Facts of the search and language services; see tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_kms_key" "key" {}

locals {
  role = "arn:aws:iam::111122223333:role/search"
}

resource "aws_kendra_index" "ok_encryption__encryption_key" {
  name     = "right"
  role_arn = local.role
  server_side_encryption_configuration {
    kms_key_id = aws_kms_key.key.arn
  }
}

resource "aws_kendra_index" "bad_encryption_key__omitted" {
  name     = "omitted"
  role_arn = local.role
}

resource "aws_cloudsearch_domain" "ok_transit" {
  name = "right-domain"
  endpoint_options {
    enforce_https       = true
    tls_security_policy = "Policy-Min-TLS-1-2-2019-07"
  }
}

resource "aws_cloudsearch_domain" "bad_transit__omitted" {
  name = "omitted-domain"
}

resource "aws_cloudsearch_domain_service_access_policy" "bad_policy_exposure" {
  domain_name = "omitted-domain"
  access_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = ["cloudsearch:search"] }]
  })
}

resource "aws_comprehend_entity_recognizer" "ok_encryption__encryption_key" {
  name                 = "right"
  data_access_role_arn = local.role
  language_code        = "en"
  model_kms_key_id     = aws_kms_key.key.arn
  volume_kms_key_id    = aws_kms_key.key.arn
  input_data_config {
    entity_types {
      type = "MEDICINE"
    }
    documents {
      s3_uri = "s3://notes/documents.txt"
    }
    entity_list {
      s3_uri = "s3://notes/entities.csv"
    }
  }
}

resource "aws_comprehend_entity_recognizer" "bad_encryption_key__volume" {
  name                 = "volume"
  data_access_role_arn = local.role
  language_code        = "en"
  model_kms_key_id     = aws_kms_key.key.arn
  input_data_config {
    entity_types {
      type = "MEDICINE"
    }
    documents {
      s3_uri = "s3://notes/documents.txt"
    }
    entity_list {
      s3_uri = "s3://notes/entities.csv"
    }
  }
}

resource "aws_comprehend_document_classifier" "bad_encryption_key__omitted" {
  name                 = "omitted"
  data_access_role_arn = local.role
  language_code        = "en"
  input_data_config {
    s3_uri = "s3://notes/documents.csv"
  }
}

resource "aws_location_tracker" "ok_encryption_key" {
  tracker_name = "right"
  kms_key_id   = aws_kms_key.key.arn
}

resource "aws_location_tracker" "bad_encryption_key__omitted" {
  tracker_name = "omitted"
}

resource "aws_comprehend_document_classifier" "ok_encryption_key" {
  name                 = "right"
  data_access_role_arn = local.role
  language_code        = "en"
  model_kms_key_id     = aws_kms_key.key.arn
  volume_kms_key_id    = aws_kms_key.key.arn
  input_data_config {
    s3_uri = "s3://notes/documents.csv"
  }
}

resource "aws_qbusiness_application" "ok_encryption_key" {
  display_name                 = "right"
  iam_service_role_arn         = local.role
  identity_center_instance_arn = "arn:aws:sso:::instance/ssoins-1234567890abcdef"
  attachments_configuration {
    attachments_control_mode = "DISABLED"
  }
  encryption_configuration {
    kms_key_id = aws_kms_key.key.arn
  }
}

resource "aws_qbusiness_application" "bad_encryption_key__omitted" {
  display_name                 = "omitted"
  iam_service_role_arn         = local.role
  identity_center_instance_arn = "arn:aws:sso:::instance/ssoins-1234567890abcdef"
  attachments_configuration {
    attachments_control_mode = "DISABLED"
  }
}

resource "aws_rekognition_stream_processor" "ok_encryption_key" {
  name       = "right"
  role_arn   = local.role
  kms_key_id = aws_kms_key.key.arn
  input {
    kinesis_video_stream {
      arn = "arn:aws:kinesisvideo:us-east-1:111122223333:stream/ward/1234567890123"
    }
  }
  output {
    s3_destination {
      bucket = "results"
    }
  }
  settings {
    connected_home {
      labels = ["PERSON"]
    }
  }
}

resource "aws_rekognition_stream_processor" "bad_encryption_key__omitted" {
  name     = "omitted"
  role_arn = local.role
  input {
    kinesis_video_stream {
      arn = "arn:aws:kinesisvideo:us-east-1:111122223333:stream/ward/1234567890123"
    }
  }
  output {
    s3_destination {
      bucket = "results"
    }
  }
  settings {
    connected_home {
      labels = ["PERSON"]
    }
  }
}

resource "aws_location_geofence_collection" "ok_encryption_key" {
  collection_name = "right"
  kms_key_id      = aws_kms_key.key.arn
}

resource "aws_location_geofence_collection" "bad_encryption_key__omitted" {
  collection_name = "omitted"
}

resource "aws_cloudsearch_domain_service_access_policy" "ok_policy_exposure" {
  domain_name = "right-domain"
  access_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:role/portal" }
      Action    = "cloudsearch:search"
      Resource  = "*"
    }]
  })
}
