terraform {
  required_providers {
    aws = {
      source                = "hashicorp/aws"
      configuration_aliases = [aws.other]
    }
  }
}

variable "name" {}
variable "bucket" {}
variable "key_arn" {
  default = null
}

resource "aws_sqs_queue" "main" {
  name              = var.name
  kms_master_key_id = var.key_arn
}

resource "aws_sns_topic" "other" {
  provider          = aws.other
  name              = var.name
  kms_master_key_id = module.inner.key_arn
}

resource "aws_s3_bucket_versioning" "given" {
  bucket = var.bucket
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_ebs_volume" "keyed" {
  availability_zone = "eu-west-1a"
  size              = 1
  kms_key_id        = var.key_arn
}

module "inner" {
  source = "./inner"
  providers = {
    aws = aws.other
  }
  key_arn = var.key_arn
}

output "inner_bucket" {
  value = module.inner.id
}

output "whole" {
  value = module.inner.bucket
}
