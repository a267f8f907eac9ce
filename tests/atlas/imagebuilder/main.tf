# Facts of EC2 Image Builder; see tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_kms_key" "key" {}

locals {
  steps     = yamlencode({ schemaVersion = "1.0", phases = [{ name = "build", steps = [{ name = "hello", action = "ExecuteBash", inputs = { commands = ["echo hello"] } }] }] })
  component = "arn:aws:imagebuilder:us-east-1:aws:component/update-linux/x.x.x"
  parent    = "arn:aws:imagebuilder:us-east-1:aws:image/amazon-linux-2-x86/x.x.x"
}

resource "aws_imagebuilder_component" "ok_encryption__encryption_key__plain_secret" {
  name       = "right"
  platform   = "Linux"
  version    = "1.0.0"
  data       = local.steps
  kms_key_id = aws_kms_key.key.arn
}

resource "aws_imagebuilder_component" "bad_encryption_key__omitted" {
  name     = "omitted"
  platform = "Linux"
  version  = "1.0.0"
  data     = local.steps
}

resource "aws_imagebuilder_image_recipe" "ok_encryption__encryption_key" {
  name         = "right"
  parent_image = local.parent
  version      = "1.0.0"
  component {
    component_arn = local.component
  }
  block_device_mapping {
    device_name = "/dev/xvda"
    ebs {
      encrypted   = true
      kms_key_id  = aws_kms_key.key.arn
      volume_size = 20
    }
  }
}

resource "aws_imagebuilder_image_recipe" "bad_encryption__encryption_key__omitted" {
  name         = "omitted"
  parent_image = local.parent
  version      = "1.0.0"
  component {
    component_arn = local.component
  }
  block_device_mapping {
    device_name = "/dev/xvda"
    ebs {
      volume_size = 20
    }
  }
}

resource "aws_imagebuilder_container_recipe" "bad_encryption_key__omitted" {
  name                     = "omitted"
  container_type           = "DOCKER"
  parent_image             = "amazonlinux:2023"
  version                  = "1.0.0"
  dockerfile_template_data = "FROM {{{ imagebuilder:parentImage }}}"
  component {
    component_arn = local.component
  }
  target_repository {
    repository_name = "portal"
    service         = "ECR"
  }
}

resource "aws_imagebuilder_distribution_configuration" "ok_encryption_key__sharing" {
  name = "right"
  distribution {
    region = "us-east-1"
    ami_distribution_configuration {
      kms_key_id = aws_kms_key.key.arn
    }
  }
}

resource "aws_imagebuilder_distribution_configuration" "bad_encryption_key__sharing" {
  name = "shared"
  distribution {
    region = "us-east-1"
    ami_distribution_configuration {
      name = "portal-{{ imagebuilder:buildDate }}"
      launch_permission {
        user_groups = ["all"]
      }
    }
  }
}

resource "aws_imagebuilder_infrastructure_configuration" "ok_metadata_service" {
  name                  = "right"
  instance_profile_name = "builder"
  instance_metadata_options {
    http_tokens = "required"
  }
}

resource "aws_imagebuilder_infrastructure_configuration" "bad_metadata_service__omitted" {
  name                  = "omitted"
  instance_profile_name = "builder"
}
