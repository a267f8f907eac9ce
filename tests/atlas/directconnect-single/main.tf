# Facts of AWS Direct Connect with one link; see tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_dx_connection" "bad_second_link" {
  name      = "one"
  bandwidth = "1Gbps"
  location  = "EqDC2"
}
