# Encryption cannot be switched on later: the volume is replaced.
resource "aws_ebs_volume" "scratch" {
  availability_zone = "us-east-1a"
  size              = 100
  encrypted         = true
  kms_key_id        = aws_kms_key.main.arn
}
