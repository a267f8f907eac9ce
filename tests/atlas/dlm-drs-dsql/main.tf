# Facts of snapshot policies, disaster recovery and Aurora DSQL; see tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_kms_key" "key" {}

resource "aws_dlm_lifecycle_policy" "ok_encryption__encryption_key" {
  description        = "right"
  execution_role_arn = "arn:aws:iam::111122223333:role/dlm"
  policy_details {
    resource_types = ["VOLUME"]
    target_tags    = { Backup = "daily" }
    schedule {
      name = "daily"
      create_rule {
        interval = 24
      }
      retain_rule {
        count = 35
      }
      cross_region_copy_rule {
        target    = "us-west-2"
        encrypted = true
        cmk_arn   = aws_kms_key.key.arn
      }
    }
  }
}

resource "aws_dlm_lifecycle_policy" "bad_encryption__encryption_key" {
  description        = "clear"
  execution_role_arn = "arn:aws:iam::111122223333:role/dlm"
  policy_details {
    resource_types = ["VOLUME"]
    target_tags    = { Backup = "daily" }
    schedule {
      name = "daily"
      create_rule {
        interval = 24
      }
      retain_rule {
        count = 35
      }
      cross_region_copy_rule {
        target    = "us-west-2"
        encrypted = false
      }
    }
  }
}

resource "aws_dlm_lifecycle_policy" "bad_encryption__encryption_key__event__omitted" {
  description        = "event"
  execution_role_arn = "arn:aws:iam::111122223333:role/dlm"
  policy_details {
    policy_type = "EVENT_BASED_POLICY"
    action {
      name = "copy"
      cross_region_copy {
        target = "us-west-2"
        encryption_configuration {}
      }
    }
    event_source {
      type = "MANAGED_CWE"
      parameters {
        event_type        = "shareSnapshot"
        description_regex = "^.*Created for policy: policy-1234567890abcdef0.*$"
        snapshot_owner    = ["111122223333"]
      }
    }
  }
}

resource "aws_drs_replication_configuration_template" "ok_encryption__encryption_key__public_address" {
  associate_default_security_group        = false
  bandwidth_throttling                    = 0
  create_public_ip                        = false
  data_plane_routing                      = "PRIVATE_IP"
  default_large_staging_disk_type         = "GP3"
  ebs_encryption                          = "CUSTOM"
  ebs_encryption_key_arn                  = aws_kms_key.key.arn
  replication_server_instance_type        = "t3.small"
  replication_servers_security_groups_ids = ["sg-0123456789abcdef0"]
  staging_area_subnet_id                  = "subnet-0123456789abcdef0"
  staging_area_tags                       = { Name = "staging" }
  use_dedicated_replication_server        = false
}

resource "aws_drs_replication_configuration_template" "bad_encryption__encryption_key__public_address" {
  associate_default_security_group        = false
  bandwidth_throttling                    = 0
  create_public_ip                        = true
  data_plane_routing                      = "PUBLIC_IP"
  default_large_staging_disk_type         = "GP3"
  ebs_encryption                          = "NONE"
  replication_server_instance_type        = "t3.small"
  replication_servers_security_groups_ids = ["sg-0123456789abcdef0"]
  staging_area_subnet_id                  = "subnet-0123456789abcdef0"
  staging_area_tags                       = { Name = "staging" }
  use_dedicated_replication_server        = false
}

resource "aws_dsql_cluster" "ok_encryption__encryption_key__deletion_protection__transit__iam_authentication" {
  deletion_protection_enabled = true
  kms_encryption_key          = aws_kms_key.key.arn
}

resource "aws_dsql_cluster" "bad_encryption_key__deletion_protection__omitted" {}
