resource "aws_cloudwatch_log_group" "portal" {
  name              = "/portal/app"
  retention_in_days = 30
}
