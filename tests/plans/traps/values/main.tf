# The four states of an attribute: known, null, absent and unknown until apply.

provider "aws" {
  region = "us-east-1"
}

variable "no_key" {
  type    = string
  default = null
}

variable "rules" {
  default = [{ port = 22 }, { port = 443 }]
}

variable "encrypt" {
  default = false
}

variable "settings" {
  default = {
    plain = { name = "plain" }
    keyed = { name = "keyed", kms = null }
  }
}

resource "aws_kms_key" "main" {}

# Nothing written: computed arguments and blocks are unknown all the same.
resource "aws_s3_bucket" "bare" {}

# Written through a reference, a variable that is null, a constant null, an empty text and an empty list.
resource "aws_db_instance" "referenced" {
  instance_class         = "db.t3.micro"
  engine                 = "postgres"
  allocated_storage      = 5
  skip_final_snapshot    = true
  kms_key_id             = aws_kms_key.main.arn
  iops                   = 0
  parameter_group_name   = ""
  vpc_security_group_ids = []
  monitoring_role_arn    = null
}

resource "aws_db_instance" "null_variable" {
  instance_class            = "db.t3.micro"
  engine                    = "postgres"
  allocated_storage         = 5
  kms_key_id                = var.no_key
  final_snapshot_identifier = "last-${timestamp()}"
}

# A condition whose outcome is null although one branch names a key.
resource "aws_db_instance" "condition" {
  instance_class            = "db.t3.micro"
  engine                    = "postgres"
  allocated_storage         = 5
  kms_key_id                = var.encrypt ? "arn:aws:kms:us-east-1:111122223333:key/literal" : var.no_key
  final_snapshot_identifier = "${aws_kms_key.counted_out[*].id == [] ? "a" : "b"}-final"
  parameter_group_name      = try(aws_db_parameter_group.counted_out[0].name, null)
}

resource "aws_kms_key" "counted_out" {
  count = var.encrypt ? 1 : 0
}

resource "aws_db_parameter_group" "counted_out" {
  count  = var.encrypt ? 1 : 0
  family = "postgres16"
}

# Optional members of the objects that for_each goes over.
resource "aws_db_instance" "each" {
  for_each          = var.settings
  identifier        = each.value.name
  instance_class    = "db.t3.micro"
  engine            = "postgres"
  allocated_storage = 5
  kms_key_id        = lookup(each.value, "kms", null)
}

# Blocks that are attributes: a dynamic one leaves no trace in the configuration.
resource "aws_security_group" "dynamic" {
  name = "dynamic"
  dynamic "ingress" {
    for_each = var.rules
    content {
      from_port   = ingress.value.port
      to_port     = ingress.value.port
      protocol    = "tcp"
      cidr_blocks = ["0.0.0.0/0"]
    }
  }
}

resource "aws_security_group" "dynamic_unknown" {
  name = "dynamic-unknown"
  dynamic "ingress" {
    for_each = aws_kms_key.main.id == "x" ? [] : [1]
    content {
      from_port   = 443
      to_port     = 443
      protocol    = "tcp"
      cidr_blocks = ["0.0.0.0/0"]
    }
  }
}

resource "aws_security_group" "silent" {
  name = "silent"
}

resource "aws_security_group" "emptied" {
  name    = "emptied"
  ingress = []
}

# Static and dynamic blocks, several blocks of one name.
resource "aws_s3_bucket_server_side_encryption_configuration" "static" {
  bucket = aws_s3_bucket.bare.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.main.arn
    }
  }
  rule {
    bucket_key_enabled = true
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "dynamic" {
  bucket = aws_s3_bucket.bare.id
  dynamic "rule" {
    for_each = [1]
    content {
      apply_server_side_encryption_by_default {
        sse_algorithm     = "aws:kms"
        kms_master_key_id = aws_kms_key.main.arn
      }
    }
  }
}

resource "aws_instance" "host" {
  ami           = "ami-12345678"
  instance_type = "t3.micro"
  user_data     = "echo hello"
  ebs_block_device {
    device_name = "xvdb"
    encrypted   = true
    kms_key_id  = aws_kms_key.main.arn
  }
  ebs_block_device {
    device_name = "xvdc"
    kms_key_id  = var.no_key
  }
  metadata_options {
    http_tokens = var.no_key
  }
}

# A dynamic block over something unknown looks exactly like a computed block that nobody wrote.
resource "aws_dynamodb_table" "hidden" {
  name         = "hidden"
  hash_key     = "id"
  billing_mode = "PAY_PER_REQUEST"
  attribute {
    name = "id"
    type = "S"
  }
  dynamic "server_side_encryption" {
    for_each = aws_kms_key.main.id == "x" ? [] : [1]
    content {
      enabled = true
    }
  }
}

# Text that holds one unknown is unknown as a whole; a map is not.
resource "aws_lambda_function" "map" {
  function_name = "map"
  role          = "arn:aws:iam::111122223333:role/lambda"
  filename      = "main.tf"
  handler       = "index.handler"
  runtime       = "nodejs20.x"
  kms_key_arn   = ""
  environment {
    variables = {
      KEY   = aws_kms_key.main.arn
      PLAIN = "yes"
    }
  }
  tags = {
    Key = aws_kms_key.main.key_id
  }
}
