resource "aws_sqs_queue" "intake" {
  name                    = "portal-intake"
  sqs_managed_sse_enabled = false
}
