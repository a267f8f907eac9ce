# Facts of Amazon WorkSpaces.
# See tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_kms_key" "key" {}

resource "aws_workspaces_workspace" "bad_encryption__encryption_key__omitted" {
  bundle_id    = "wsb-0123456789"
  directory_id = "d-0123456789"
  user_name    = "reader"
}

resource "aws_workspaces_workspace" "ok_encryption__encryption_key" {
  bundle_id                      = "wsb-0123456789"
  directory_id                   = "d-0123456789"
  user_name                      = "keeper"
  root_volume_encryption_enabled = true
  user_volume_encryption_enabled = true
  volume_encryption_key          = aws_kms_key.key.arn
}

resource "aws_workspaces_workspace" "bad_encryption__encryption_key__user_volume" {
  bundle_id                      = "wsb-0123456789"
  directory_id                   = "d-0123456789"
  user_name                      = "writer"
  root_volume_encryption_enabled = true
}

resource "aws_workspaces_directory" "bad_public_address" {
  directory_id = "d-0123456789"
  workspace_creation_properties {
    enable_internet_access = true
  }
}

resource "aws_workspaces_directory" "ok_public_address__omitted" {
  directory_id = "d-0123456789"
}

resource "aws_workspacesweb_user_settings" "bad_encryption_key__omitted" {
  copy_allowed     = "Disabled"
  download_allowed = "Disabled"
  paste_allowed    = "Disabled"
  print_allowed    = "Disabled"
  upload_allowed   = "Disabled"
}

resource "aws_workspacesweb_user_settings" "ok_encryption_key" {
  copy_allowed         = "Disabled"
  customer_managed_key = aws_kms_key.key.arn
  download_allowed     = "Disabled"
  paste_allowed        = "Disabled"
  print_allowed        = "Disabled"
  upload_allowed       = "Disabled"
}

resource "aws_workspacesweb_browser_settings" "bad_encryption_key__omitted" {
  browser_policy = jsonencode({ chromePolicies = {} })
}

resource "aws_workspacesweb_browser_settings" "ok_encryption_key" {
  customer_managed_key = aws_kms_key.key.arn
  browser_policy       = jsonencode({ chromePolicies = {} })
}

resource "aws_workspacesweb_data_protection_settings" "bad_encryption_key__omitted" {
  display_name = "ba"
}

resource "aws_workspacesweb_data_protection_settings" "ok_encryption_key" {
  customer_managed_key = aws_kms_key.key.arn
  display_name         = "ok"
}

resource "aws_workspacesweb_ip_access_settings" "bad_encryption_key__omitted" {
  display_name = "ba"
  ip_rule {
    ip_range = "10.0.0.0/16"
  }
}

resource "aws_workspacesweb_ip_access_settings" "ok_encryption_key" {
  customer_managed_key = aws_kms_key.key.arn
  display_name         = "ok"
  ip_rule {
    ip_range = "10.0.0.0/16"
  }
}
