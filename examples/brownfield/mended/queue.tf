# Nobody used the queue: it goes.
removed {
  from = aws_sqs_queue.intake
  lifecycle {
    destroy = true
  }
}
