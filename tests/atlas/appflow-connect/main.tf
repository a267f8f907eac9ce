# Facts of Amazon AppFlow and Amazon Connect; see tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_kms_key" "key" {}

resource "aws_appflow_connector_profile" "ok_encryption__encryption_key" {
  name            = "right"
  connector_type  = "Slack"
  connection_mode = "Public"
  kms_arn         = aws_kms_key.key.arn
  connector_profile_config {
    connector_profile_credentials {
      slack {
        client_id     = "portal"
        client_secret = "placeholder"
      }
    }
    connector_profile_properties {
      slack {
        instance_url = "https://example.org"
      }
    }
  }
}

resource "aws_appflow_connector_profile" "bad_encryption_key__omitted" {
  name            = "omitted"
  connector_type  = "Slack"
  connection_mode = "Public"
  connector_profile_config {
    connector_profile_credentials {
      slack {
        client_id     = "portal"
        client_secret = "placeholder"
      }
    }
    connector_profile_properties {
      slack {
        instance_url = "https://example.org"
      }
    }
  }
}

resource "aws_appflow_flow" "ok_encryption__encryption_key" {
  name    = "right"
  kms_arn = aws_kms_key.key.arn
  source_flow_config {
    connector_type = "S3"
    source_connector_properties {
      s3 {
        bucket_name   = "documents"
        bucket_prefix = "in"
      }
    }
  }
  destination_flow_config {
    connector_type = "S3"
    destination_connector_properties {
      s3 {
        bucket_name = "archive"
      }
    }
  }
  task {
    source_fields     = ["id"]
    destination_field = "id"
    task_type         = "Map"
    connector_operator {
      s3 = "NO_OP"
    }
  }
  trigger_config {
    trigger_type = "OnDemand"
  }
}

resource "aws_appflow_flow" "bad_encryption_key__omitted" {
  name = "omitted"
  source_flow_config {
    connector_type = "S3"
    source_connector_properties {
      s3 {
        bucket_name   = "documents"
        bucket_prefix = "in"
      }
    }
  }
  destination_flow_config {
    connector_type = "S3"
    destination_connector_properties {
      s3 {
        bucket_name = "archive"
      }
    }
  }
  task {
    source_fields     = ["id"]
    destination_field = "id"
    task_type         = "Map"
    connector_operator {
      s3 = "NO_OP"
    }
  }
  trigger_config {
    trigger_type = "OnDemand"
  }
}

resource "aws_connect_instance" "ok_audit_log" {
  identity_management_type  = "CONNECT_MANAGED"
  instance_alias            = "right"
  inbound_calls_enabled     = true
  outbound_calls_enabled    = true
  contact_flow_logs_enabled = true
}

resource "aws_connect_instance" "bad_audit_log__omitted" {
  identity_management_type = "CONNECT_MANAGED"
  instance_alias           = "omitted"
  inbound_calls_enabled    = true
  outbound_calls_enabled   = true
}

resource "aws_connect_instance_storage_config" "ok_encryption__encryption_key" {
  instance_id   = aws_connect_instance.ok_audit_log.id
  resource_type = "CALL_RECORDINGS"
  storage_config {
    storage_type = "S3"
    s3_config {
      bucket_name   = "calls"
      bucket_prefix = "recordings"
      encryption_config {
        encryption_type = "KMS"
        key_id          = aws_kms_key.key.arn
      }
    }
  }
}

resource "aws_connect_instance_storage_config" "bad_encryption_key__omitted" {
  instance_id   = aws_connect_instance.ok_audit_log.id
  resource_type = "CHAT_TRANSCRIPTS"
  storage_config {
    storage_type = "S3"
    s3_config {
      bucket_name   = "calls"
      bucket_prefix = "chats"
    }
  }
}

resource "aws_connect_instance_storage_config" "ok_encryption_key__video" {
  instance_id   = aws_connect_instance.ok_audit_log.id
  resource_type = "MEDIA_STREAMS"
  storage_config {
    storage_type = "KINESIS_VIDEO_STREAM"
    kinesis_video_stream_config {
      prefix                 = "video"
      retention_period_hours = 3
      encryption_config {
        encryption_type = "KMS"
        key_id          = aws_kms_key.key.arn
      }
    }
  }
}

resource "aws_customerprofiles_domain" "ok_encryption_key" {
  domain_name             = "right"
  default_expiration_days = 365
  default_encryption_key  = aws_kms_key.key.arn
}

resource "aws_customerprofiles_domain" "bad_encryption_key__omitted" {
  domain_name             = "omitted"
  default_expiration_days = 365
}

resource "aws_appintegrations_data_integration" "ok_encryption_key" {
  name       = "right"
  kms_key    = aws_kms_key.key.arn
  source_uri = "Salesforce://AppFlow/portal"
  schedule_config {
    first_execution_from = "1439788442681"
    object               = "Account"
    schedule_expression  = "rate(1 hour)"
  }
}

resource "aws_appintegrations_data_integration" "bad_encryption_key" {
  name       = "managed"
  kms_key    = "arn:aws:kms:us-east-1:111122223333:alias/aws/app-integrations"
  source_uri = "Salesforce://AppFlow/portal"
  schedule_config {
    first_execution_from = "1439788442681"
    object               = "Account"
    schedule_expression  = "rate(1 hour)"
  }
}

resource "aws_connect_contact_flow" "ok_plain_secret" {
  instance_id = "12345678-1234-1234-1234-123456789012"
  name        = "right"
  content     = jsonencode({ Version = "2019-10-30", StartAction = "end", Actions = [] })
}

resource "aws_connect_contact_flow" "bad_plain_secret" {
  instance_id = "12345678-1234-1234-1234-123456789012"
  name        = "secret"
  content     = jsonencode({ Version = "2019-10-30", StartAction = "end", Actions = [], Metadata = { password = "correct-horse-battery-9" } })
}

resource "aws_connect_contact_flow_module" "ok_plain_secret" {
  instance_id = "12345678-1234-1234-1234-123456789012"
  name        = "right"
  content     = jsonencode({ Version = "2019-10-30", StartAction = "end", Actions = [] })
}

resource "aws_connect_contact_flow_module" "bad_plain_secret" {
  instance_id = "12345678-1234-1234-1234-123456789012"
  name        = "secret"
  content     = jsonencode({ Version = "2019-10-30", StartAction = "end", Actions = [], Metadata = { password = "correct-horse-battery-9" } })
}
