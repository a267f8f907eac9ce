# Facts of Amazon EBS volumes, snapshots and machine images; see tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_kms_key" "key" {}

resource "aws_ebs_volume" "bad_encryption__encryption_key__backup__final_snapshot__omitted" {
  availability_zone = "us-east-1a"
  size              = 10
}

resource "aws_ebs_volume" "ok_encryption__encryption_key__backup__final_snapshot" {
  availability_zone = "us-east-1a"
  size              = 10
  encrypted         = true
  kms_key_id        = aws_kms_key.key.arn
  final_snapshot    = true
}

resource "aws_ebs_volume" "bad_encryption_key__managed" {
  availability_zone = "us-east-1a"
  size              = 10
  encrypted         = true
}

resource "aws_ebs_volume" "ok_encryption__of_the_snapshot" {
  availability_zone = "us-east-1a"
  snapshot_id       = aws_ebs_snapshot_copy.ok_encryption__encryption_key.id
}

resource "aws_backup_plan" "daily" {
  name = "daily"
  rule {
    rule_name         = "daily"
    target_vault_name = "central"
    schedule          = "cron(0 5 * * ? *)"
    lifecycle {
      delete_after = 35
    }
  }
}

resource "aws_backup_selection" "volumes" {
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  name         = "volumes"
  plan_id      = aws_backup_plan.daily.id
  resources    = [aws_ebs_volume.ok_encryption__encryption_key__backup__final_snapshot.arn]
}

resource "aws_ebs_snapshot" "bad_encryption__encryption_key" {
  volume_id = aws_ebs_volume.bad_encryption__encryption_key__backup__final_snapshot__omitted.id
}

resource "aws_ebs_snapshot" "ok_encryption__encryption_key" {
  volume_id = aws_ebs_volume.ok_encryption__encryption_key__backup__final_snapshot.id
}

resource "aws_ebs_snapshot_copy" "bad_encryption__encryption_key__omitted" {
  source_region      = "us-east-1"
  source_snapshot_id = aws_ebs_snapshot.bad_encryption__encryption_key.id
}

resource "aws_ebs_snapshot_copy" "ok_encryption__encryption_key" {
  source_region      = "us-east-1"
  source_snapshot_id = aws_ebs_snapshot.bad_encryption__encryption_key.id
  encrypted          = true
  kms_key_id         = aws_kms_key.key.arn
}

resource "aws_ebs_snapshot_copy" "ok_encryption__of_the_source" {
  source_region      = "us-east-1"
  source_snapshot_id = aws_ebs_snapshot.ok_encryption__encryption_key.id
}

resource "aws_ebs_snapshot_import" "bad_encryption__encryption_key__omitted" {
  disk_container {
    format = "VHD"
    user_bucket {
      s3_bucket = "imports"
      s3_key    = "disk.vhd"
    }
  }
}

resource "aws_ebs_snapshot_import" "ok_encryption__encryption_key" {
  encrypted  = true
  kms_key_id = aws_kms_key.key.arn
  disk_container {
    format = "VHD"
    user_bucket {
      s3_bucket = "imports"
      s3_key    = "disk.vhd"
    }
  }
}

resource "aws_ebs_encryption_by_default" "ok_encryption__omitted" {}

resource "aws_ebs_encryption_by_default" "bad_encryption" {
  enabled = false
}

resource "aws_ebs_default_kms_key" "ok_encryption_key" {
  key_arn = aws_kms_key.key.arn
}

resource "aws_ebs_snapshot_block_public_access" "ok_public_access_block" {
  state = "block-all-sharing"
}

resource "aws_ebs_snapshot_block_public_access" "bad_public_access_block__new_only" {
  state = "block-new-sharing"
}

resource "aws_ebs_snapshot_block_public_access" "bad_public_access_block" {
  state = "unblocked"
}

resource "aws_snapshot_create_volume_permission" "ok_sharing" {
  snapshot_id = aws_ebs_snapshot.ok_encryption__encryption_key.id
  account_id  = "111122223333"
}

resource "aws_snapshot_create_volume_permission" "bad_sharing" {
  snapshot_id = aws_ebs_snapshot.bad_encryption__encryption_key.id
  account_id  = "all"
}

resource "aws_ami" "bad_encryption__omitted" {
  name                = "plain"
  virtualization_type = "hvm"
  root_device_name    = "/dev/xvda"
  ebs_block_device {
    device_name = "/dev/xvda"
    volume_size = 8
  }
}

resource "aws_ami" "ok_encryption" {
  name                = "encrypted"
  virtualization_type = "hvm"
  root_device_name    = "/dev/xvda"
  ebs_block_device {
    device_name = "/dev/xvda"
    encrypted   = true
    volume_size = 8
  }
}

resource "aws_ami" "ok_encryption__of_the_snapshot" {
  name                = "snapshot"
  virtualization_type = "hvm"
  root_device_name    = "/dev/xvda"
  ebs_block_device {
    device_name = "/dev/xvda"
    snapshot_id = aws_ebs_snapshot.ok_encryption__encryption_key.id
  }
}

resource "aws_ami_copy" "bad_encryption__encryption_key__omitted" {
  name              = "copy"
  source_ami_id     = "ami-0123456789abcdef0"
  source_ami_region = "us-east-1"
}

resource "aws_ami_copy" "ok_encryption__encryption_key" {
  name              = "encrypted-copy"
  source_ami_id     = "ami-0123456789abcdef0"
  source_ami_region = "us-east-1"
  encrypted         = true
  kms_key_id        = aws_kms_key.key.arn
}

resource "aws_ami_copy" "bad_encryption_key__managed" {
  name              = "managed-copy"
  source_ami_id     = "ami-0123456789abcdef0"
  source_ami_region = "us-east-1"
  encrypted         = true
}

resource "aws_ami_launch_permission" "bad_sharing" {
  image_id = "ami-0123456789abcdef0"
  group    = "all"
}

resource "aws_ami_launch_permission" "ok_sharing" {
  image_id   = "ami-0123456789abcdef0"
  account_id = "111122223333"
}

resource "aws_ec2_image_block_public_access" "ok_public_access_block" {
  state = "block-new-sharing"
}

resource "aws_ec2_image_block_public_access" "bad_public_access_block" {
  state = "unblocked"
}

resource "aws_ebs_default_kms_key" "bad_encryption_key" {
  key_arn = "arn:aws:kms:us-east-1:111122223333:alias/aws/ebs"
}
