# Ends in an error after the first resource: Terraform still writes the plan, and marks it as errored.

terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

provider "aws" {
  region = "us-east-1"
}

resource "aws_s3_bucket" "documents" {
  bucket = "portal-documents"
}

resource "aws_s3_bucket" "exports" {
  bucket = "portal-exports"
  lifecycle {
    precondition {
      condition     = aws_s3_bucket.documents.bucket == "another"
      error_message = "the documents live elsewhere"
    }
  }
}
