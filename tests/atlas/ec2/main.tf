# Facts of Amazon EC2 instances and what they are launched from; see tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_kms_key" "key" {}

resource "aws_subnet" "public" {
  vpc_id                  = "vpc-0123456789abcdef0"
  cidr_block              = "10.0.0.0/24"
  map_public_ip_on_launch = true
}

resource "aws_subnet" "private" {
  vpc_id     = "vpc-0123456789abcdef0"
  cidr_block = "10.0.1.0/24"
}

resource "aws_ami_copy" "encrypted" {
  name              = "encrypted"
  source_ami_id     = "ami-0123456789abcdef0"
  source_ami_region = "us-east-1"
  encrypted         = true
}

resource "aws_instance" "bad_encryption__metadata_service__public_address__omitted" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  subnet_id     = aws_subnet.public.id
}

resource "aws_instance" "ok_encryption__encryption_key__metadata_service__public_address__plain_secret" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  subnet_id     = aws_subnet.private.id
  root_block_device {
    encrypted  = true
    kms_key_id = aws_kms_key.key.arn
  }
  ebs_block_device {
    device_name = "/dev/sdf"
    encrypted   = true
    kms_key_id  = aws_kms_key.key.arn
  }
  metadata_options {
    http_tokens = "required"
  }
}

resource "aws_instance" "bad_encryption__public_address__second_volume" {
  ami                         = "ami-0123456789abcdef0"
  instance_type               = "t3.micro"
  associate_public_ip_address = true
  root_block_device {
    encrypted = true
  }
  ebs_block_device {
    device_name = "/dev/sdf"
    encrypted   = true
  }
  ebs_block_device {
    device_name = "/dev/sdg"
  }
}

resource "aws_instance" "bad_encryption_key__managed" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  root_block_device {
    encrypted = true
  }
}

resource "aws_instance" "bad_encryption__metadata_service__optional" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  root_block_device {
    volume_size = 20
  }
  metadata_options {
    http_tokens = "optional"
  }
}

resource "aws_instance" "ok_encryption__metadata_service__of_the_image" {
  ami           = aws_ami_copy.encrypted.id
  instance_type = "t3.micro"
  metadata_options {
    http_endpoint = "disabled"
  }
}

resource "aws_instance" "ok_encryption__metadata_service__of_the_template" {
  launch_template {
    id      = aws_launch_template.ok_encryption__encryption_key__metadata_service__public_address__plain_secret.id
    version = "$Latest"
  }
}

resource "aws_instance" "bad_public_address__elastic" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  subnet_id     = aws_subnet.private.id
}

resource "aws_eip" "elastic" {
  instance = aws_instance.bad_public_address__elastic.id
}

resource "aws_instance" "bad_plain_secret__encoded" {
  ami              = "ami-0123456789abcdef0"
  instance_type    = "t3.micro"
  user_data_base64 = base64encode("export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\nexport AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n")
}

resource "aws_spot_instance_request" "bad_encryption__metadata_service__omitted" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
}

resource "aws_spot_instance_request" "ok_encryption__encryption_key__metadata_service__public_address" {
  ami                         = "ami-0123456789abcdef0"
  instance_type               = "t3.micro"
  associate_public_ip_address = false
  root_block_device {
    encrypted  = true
    kms_key_id = aws_kms_key.key.arn
  }
  metadata_options {
    http_tokens = "required"
  }
}

resource "aws_launch_template" "bad_encryption__metadata_service__omitted" {
  image_id = "ami-0123456789abcdef0"
}

resource "aws_launch_template" "ok_encryption__encryption_key__metadata_service__public_address__plain_secret" {
  image_id  = "ami-0123456789abcdef0"
  user_data = base64encode("yum update -y\n")
  block_device_mappings {
    device_name = "/dev/xvda"
    ebs {
      encrypted  = true
      kms_key_id = aws_kms_key.key.arn
    }
  }
  network_interfaces {
    associate_public_ip_address = false
  }
  metadata_options {
    http_tokens = "required"
  }
}

resource "aws_launch_template" "bad_encryption__encryption_key__public_address__plain_secret" {
  image_id  = "ami-0123456789abcdef0"
  user_data = base64encode("export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\nexport AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n")
  block_device_mappings {
    device_name = "/dev/xvda"
    ebs {
      encrypted = true
    }
  }
  block_device_mappings {
    device_name = "/dev/sdf"
    ebs {
      encrypted = false
    }
  }
  network_interfaces {
    associate_public_ip_address = true
  }
}

resource "aws_launch_configuration" "bad_encryption__metadata_service__omitted" {
  image_id      = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
}

resource "aws_launch_configuration" "ok_encryption__metadata_service__public_address__plain_secret" {
  image_id                    = "ami-0123456789abcdef0"
  instance_type               = "t3.micro"
  associate_public_ip_address = false
  root_block_device {
    encrypted = true
  }
  metadata_options {
    http_tokens = "required"
  }
}

resource "aws_launch_configuration" "bad_encryption__public_address__second_volume" {
  image_id                    = "ami-0123456789abcdef0"
  instance_type               = "t3.micro"
  associate_public_ip_address = true
  root_block_device {
    encrypted = true
  }
  ebs_block_device {
    device_name = "/dev/sdf"
  }
}

resource "aws_spot_fleet_request" "bad_encryption__public_address" {
  iam_fleet_role  = "arn:aws:iam::111122223333:role/fleet"
  target_capacity = 1
  launch_specification {
    ami                         = "ami-0123456789abcdef0"
    instance_type               = "t3.micro"
    associate_public_ip_address = true
  }
}

resource "aws_spot_fleet_request" "ok_encryption__public_address__plain_secret" {
  iam_fleet_role  = "arn:aws:iam::111122223333:role/fleet"
  target_capacity = 1
  launch_specification {
    ami           = "ami-0123456789abcdef0"
    instance_type = "t3.micro"
    root_block_device {
      encrypted = true
    }
  }
}

resource "aws_ec2_instance_metadata_defaults" "bad_metadata_service__omitted" {
  http_put_response_hop_limit = 1
}

resource "aws_ec2_instance_metadata_defaults" "ok_metadata_service" {
  http_tokens = "required"
}

resource "aws_spot_instance_request" "bad_encryption_key__public_address__plain_secret" {
  ami                         = "ami-0123456789abcdef0"
  instance_type               = "t3.micro"
  associate_public_ip_address = true
  user_data_base64            = base64encode("export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\n")
  root_block_device {
    encrypted = true
  }
}

resource "aws_spot_instance_request" "ok_plain_secret" {
  ami              = "ami-0123456789abcdef0"
  instance_type    = "t3.micro"
  user_data_base64 = base64encode("yum update -y\n")
}

resource "aws_launch_configuration" "bad_plain_secret" {
  image_id         = "ami-0123456789abcdef0"
  instance_type    = "t3.micro"
  user_data_base64 = base64encode("export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\n")
}
