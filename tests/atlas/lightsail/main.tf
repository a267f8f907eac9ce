# Facts of Amazon Lightsail; see tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_lightsail_database" "ok_public_endpoint" {
  relational_database_name = "right"
  blueprint_id             = "mysql_8_0"
  bundle_id                = "micro_2_0"
  master_database_name     = "portal"
  master_username          = "portal"
  master_password          = "correct-Horse-battery-9"
}

resource "aws_lightsail_database" "bad_public_endpoint" {
  relational_database_name = "public"
  blueprint_id             = "mysql_8_0"
  bundle_id                = "micro_2_0"
  master_database_name     = "portal"
  master_username          = "portal"
  master_password          = "correct-Horse-battery-9"
  publicly_accessible      = true
}

resource "aws_lightsail_instance_public_ports" "ok_public_endpoint" {
  instance_name = "right"
  port_info {
    protocol  = "tcp"
    from_port = 22
    to_port   = 22
    cidrs     = ["192.0.2.0/24"]
  }
}

resource "aws_lightsail_instance_public_ports" "bad_public_endpoint" {
  instance_name = "public"
  port_info {
    protocol  = "tcp"
    from_port = 443
    to_port   = 443
  }
  port_info {
    protocol  = "tcp"
    from_port = 22
    to_port   = 22
    cidrs     = ["0.0.0.0/0"]
  }
}

resource "aws_lightsail_instance_public_ports" "bad_public_endpoint__ranges_omitted" {
  instance_name = "omitted"
  port_info {
    protocol  = "tcp"
    from_port = 3306
    to_port   = 3306
  }
}

# A web server is there to be visited.
resource "aws_lightsail_instance_public_ports" "web" {
  instance_name = "web"
  port_info {
    protocol  = "tcp"
    from_port = 443
    to_port   = 443
    cidrs     = ["0.0.0.0/0"]
  }
}
