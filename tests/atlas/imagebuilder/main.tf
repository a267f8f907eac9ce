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

resource "aws_imagebuilder_component" "bad_plain_secret" {
  name     = "secret"
  platform = "Linux"
  version  = "1.0.0"
  data     = yamlencode({ schemaVersion = "1.0", parameters = [], db_password = "correct-horse-battery-9" })
}

resource "aws_imagebuilder_workflow" "ok_encryption_key__plain_secret" {
  name       = "right"
  type       = "TEST"
  version    = "1.0.0"
  data       = yamlencode({ name = "test", schemaVersion = "1.0" })
  kms_key_id = aws_kms_key.key.arn
}

resource "aws_imagebuilder_workflow" "bad_encryption_key__plain_secret__omitted" {
  name    = "omitted"
  type    = "TEST"
  version = "1.0.0"
  data    = yamlencode({ name = "test", schemaVersion = "1.0", db_password = "correct-horse-battery-9" })
}

resource "aws_imagebuilder_image_recipe" "ok_plain_secret" {
  name             = "script"
  parent_image     = local.parent
  version          = "1.0.0"
  user_data_base64 = base64encode("echo hello")
  component {
    component_arn = local.component
  }
}

resource "aws_imagebuilder_image_recipe" "bad_plain_secret" {
  name             = "secret"
  parent_image     = local.parent
  version          = "1.0.0"
  user_data_base64 = base64encode("export DB_PASSWORD=correct-horse-battery-9")
  component {
    component_arn = local.component
  }
}

resource "aws_imagebuilder_container_recipe" "ok_encryption__encryption_key__plain_secret" {
  name                     = "right"
  container_type           = "DOCKER"
  parent_image             = "amazonlinux:2023"
  version                  = "1.0.0"
  dockerfile_template_data = "FROM {{{ imagebuilder:parentImage }}}"
  kms_key_id               = aws_kms_key.key.arn
  component {
    component_arn = local.component
  }
  instance_configuration {
    block_device_mapping {
      device_name = "/dev/xvda"
      ebs {
        encrypted  = true
        kms_key_id = aws_kms_key.key.arn
      }
    }
  }
  target_repository {
    repository_name = "portal"
    service         = "ECR"
  }
}

resource "aws_imagebuilder_container_recipe" "bad_encryption__plain_secret" {
  name                     = "clear"
  container_type           = "DOCKER"
  parent_image             = "amazonlinux:2023"
  version                  = "1.0.0"
  dockerfile_template_data = "FROM {{{ imagebuilder:parentImage }}}\nENV DB_PASSWORD=correct-horse-battery-9"
  component {
    component_arn = local.component
  }
  instance_configuration {
    block_device_mapping {
      device_name = "/dev/xvda"
      ebs {
        volume_size = 20
      }
    }
  }
  target_repository {
    repository_name = "portal"
    service         = "ECR"
  }
}
