# The same group under a better name: what was wrong with it is not new.
resource "aws_cloudwatch_log_group" "app" {
  name              = "/portal/app"
  retention_in_days = 30
}

moved {
  from = aws_cloudwatch_log_group.portal
  to   = aws_cloudwatch_log_group.app
}
