# Services that look for trouble by themselves; see tests/atlas/s3 on names.

provider "aws" {
  region              = "us-east-1"
  allowed_account_ids = ["111122223333"]
}

provider "aws" {
  alias  = "other"
  region = "us-east-1"
  assume_role {
    role_arn = "arn:aws:iam::222233334444:role/plan"
  }
}

resource "aws_guardduty_detector" "ok_detection" {}

resource "aws_guardduty_detector" "bad_detection__switched_off" {
  enable = false
}

resource "aws_guardduty_detector" "bad_detection__without_s3" {
  datasources {
    s3_logs {
      enable = false
    }
  }
}

resource "aws_guardduty_detector" "bad_detection__without_eks" {
  datasources {
    kubernetes {
      audit_logs {
        enable = false
      }
    }
  }
}

locals {
  features = toset(["S3_DATA_EVENTS", "RDS_LOGIN_EVENTS", "EKS_AUDIT_LOGS", "EBS_MALWARE_PROTECTION", "LAMBDA_NETWORK_LOGS", "RUNTIME_MONITORING"])
}

resource "aws_guardduty_detector_feature" "ok_detection" {
  for_each    = local.features
  detector_id = aws_guardduty_detector.ok_detection.id
  name        = each.key
  status      = "ENABLED"
}

resource "aws_guardduty_detector_feature" "bad_detection" {
  for_each    = local.features
  detector_id = aws_guardduty_detector.ok_detection.id
  name        = each.key
  status      = "DISABLED"
}

resource "aws_guardduty_organization_configuration" "ok_detection" {
  detector_id                      = aws_guardduty_detector.ok_detection.id
  auto_enable_organization_members = "ALL"
}

resource "aws_guardduty_organization_configuration" "bad_detection" {
  detector_id                      = aws_guardduty_detector.ok_detection.id
  auto_enable_organization_members = "NONE"
}

resource "aws_guardduty_organization_configuration_feature" "ok_detection" {
  detector_id = aws_guardduty_detector.ok_detection.id
  name        = "S3_DATA_EVENTS"
  auto_enable = "NEW"
}

resource "aws_guardduty_organization_configuration_feature" "bad_detection" {
  detector_id = aws_guardduty_detector.ok_detection.id
  name        = "RDS_LOGIN_EVENTS"
  auto_enable = "NONE"
}

resource "aws_macie2_account" "ok_detection" {}

resource "aws_macie2_account" "bad_detection" {
  provider = aws.other
  status   = "PAUSED"
}

resource "aws_macie2_organization_configuration" "ok_detection" {
  auto_enable = true
}

resource "aws_macie2_organization_configuration" "bad_detection" {
  auto_enable = false
}

resource "aws_securityhub_account" "ok_detection" {}

resource "aws_securityhub_account" "bad_detection__without_standards" {
  provider                 = aws.other
  enable_default_standards = false
}

resource "aws_securityhub_organization_configuration" "ok_detection" {
  auto_enable = true
}

resource "aws_securityhub_organization_configuration" "ok_detection__central" {
  auto_enable           = false
  auto_enable_standards = "NONE"
  organization_configuration {
    configuration_type = "CENTRAL"
  }
}

resource "aws_securityhub_organization_configuration" "bad_detection" {
  auto_enable = false
}

# Two that share the work.
resource "aws_inspector2_enabler" "ok_detection__machines" {
  account_ids    = ["111122223333"]
  resource_types = ["EC2", "ECR"]
}

resource "aws_inspector2_enabler" "ok_detection__functions" {
  account_ids    = ["111122223333"]
  resource_types = ["LAMBDA"]
}

resource "aws_inspector2_enabler" "bad_detection__images_alone" {
  provider       = aws.other
  account_ids    = ["222233334444"]
  resource_types = ["ECR"]
}

resource "aws_inspector2_organization_configuration" "ok_detection" {
  auto_enable {
    ec2    = true
    ecr    = true
    lambda = true
  }
}

resource "aws_inspector2_organization_configuration" "bad_detection" {
  auto_enable {
    ec2 = true
    ecr = false
  }
}
