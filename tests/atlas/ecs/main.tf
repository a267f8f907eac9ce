# Facts of Amazon ECS; see tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_kms_key" "key" {}

locals {
  logged = [{
    name             = "portal"
    image            = "portal:1"
    essential        = true
    logConfiguration = { logDriver = "awslogs", options = { "awslogs-group" = "portal", "awslogs-region" = "us-east-1" } }
  }]
}

resource "aws_ecs_cluster" "ok_audit_log__encryption__encryption_key" {
  name = "right"
  configuration {
    execute_command_configuration {
      kms_key_id = aws_kms_key.key.arn
      logging    = "OVERRIDE"
      log_configuration {
        cloud_watch_encryption_enabled = true
        cloud_watch_log_group_name     = "sessions"
      }
    }
    managed_storage_configuration {
      fargate_ephemeral_storage_kms_key_id = aws_kms_key.key.arn
    }
  }
}

resource "aws_ecs_cluster" "bad_audit_log" {
  name = "none"
  configuration {
    execute_command_configuration {
      logging = "NONE"
    }
  }
}

resource "aws_ecs_cluster" "bad_encryption__encryption_key__omitted" {
  name = "default"
  configuration {
    execute_command_configuration {
      logging = "OVERRIDE"
      log_configuration {
        s3_bucket_name = "sessions"
      }
    }
  }
}

resource "aws_ecs_cluster" "bad_encryption_key__storage" {
  name = "storage"
  configuration {
    execute_command_configuration {
      kms_key_id = aws_kms_key.key.arn
    }
    managed_storage_configuration {}
  }
}

resource "aws_ecs_cluster" "ok_audit_log__nothing_said" {
  name = "plain"
}

resource "aws_ecs_task_definition" "ok_transit__audit_log__plain_secret" {
  family                = "right"
  container_definitions = jsonencode(local.logged)
  volume {
    name = "records"
    efs_volume_configuration {
      file_system_id     = "fs-0123456789abcdef0"
      transit_encryption = "ENABLED"
    }
  }
}

resource "aws_ecs_task_definition" "bad_transit__audit_log__omitted" {
  family                = "omitted"
  container_definitions = jsonencode([{ name = "portal", image = "portal:1", essential = true }])
  volume {
    name = "records"
    efs_volume_configuration {
      file_system_id = "fs-0123456789abcdef0"
    }
  }
}

resource "aws_ecs_task_definition" "bad_transit" {
  family                = "disabled"
  container_definitions = jsonencode(local.logged)
  volume {
    name = "records"
    efs_volume_configuration {
      file_system_id     = "fs-0123456789abcdef0"
      transit_encryption = "DISABLED"
    }
  }
}

resource "aws_ecs_task_definition" "bad_plain_secret" {
  family = "secret"
  container_definitions = jsonencode([{
    name        = "portal"
    image       = "portal:1"
    essential   = true
    environment = [{ name = "DB_PASSWORD", value = "correct-horse-battery-9" }]
  }])
}

resource "aws_ecs_service" "ok_public_address__encryption__encryption_key" {
  name            = "right"
  task_definition = "portal"
  network_configuration {
    subnets          = ["subnet-0123456789abcdef0"]
    assign_public_ip = false
  }
  volume_configuration {
    name = "records"
    managed_ebs_volume {
      role_arn   = "arn:aws:iam::111122223333:role/ecs"
      size_in_gb = 20
      encrypted  = true
      kms_key_id = aws_kms_key.key.arn
    }
  }
}

resource "aws_ecs_service" "bad_public_address" {
  name            = "public"
  task_definition = "portal"
  network_configuration {
    subnets          = ["subnet-0123456789abcdef0"]
    assign_public_ip = true
  }
}

resource "aws_ecs_service" "bad_encryption__encryption_key" {
  name            = "clear"
  task_definition = "portal"
  volume_configuration {
    name = "records"
    managed_ebs_volume {
      role_arn   = "arn:aws:iam::111122223333:role/ecs"
      size_in_gb = 20
      encrypted  = false
    }
  }
}

resource "aws_ecs_service" "ok_public_address__encryption__omitted" {
  name            = "omitted"
  task_definition = "portal"
  network_configuration {
    subnets = ["subnet-0123456789abcdef0"]
  }
  volume_configuration {
    name = "records"
    managed_ebs_volume {
      role_arn   = "arn:aws:iam::111122223333:role/ecs"
      size_in_gb = 20
    }
  }
}

resource "aws_ecs_task_set" "bad_public_address" {
  cluster         = "portal"
  service         = "portal"
  task_definition = "portal"
  network_configuration {
    subnets          = ["subnet-0123456789abcdef0"]
    assign_public_ip = true
  }
}

resource "aws_ecs_task_set" "ok_public_address" {
  cluster         = "portal"
  service         = "portal"
  task_definition = "portal"
  network_configuration {
    subnets = ["subnet-0123456789abcdef0"]
  }
}
