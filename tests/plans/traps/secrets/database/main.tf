variable "password" {}

variable "phrase" {
  sensitive = true
}

resource "aws_db_instance" "inner" {
  instance_class      = "db.t3.micro"
  engine              = "postgres"
  allocated_storage   = 5
  username            = "clinic"
  password            = var.password
  skip_final_snapshot = true
}

resource "aws_ssm_parameter" "phrase" {
  name  = "/clinic/phrase"
  type  = "SecureString"
  value = var.phrase
}
