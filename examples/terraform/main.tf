# The storage of a patient portal in plain Terraform: modules two levels deep, two Regions, for_each and count.

terraform {
  required_version = ">= 1.9"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.0"
    }
  }
}

variable "account_id" {
  type    = string
  default = "111122223333"
}

locals {
  tags = { DataClass = "ephi", Owner = "portal-team" }
}

provider "aws" {
  region = "us-east-1"
  default_tags { tags = local.tags }
}

provider "aws" {
  alias  = "recovery"
  region = "us-west-2"
  default_tags { tags = local.tags }
}

module "key" {
  source     = "./modules/key"
  name       = "portal"
  account_id = var.account_id
}

module "recovery_key" {
  source     = "./modules/key"
  name       = "portal-recovery"
  account_id = var.account_id
  providers  = { aws = aws.recovery }
}

module "copies" {
  source    = "./modules/bucket"
  for_each  = local.copied
  name      = "portal-${each.key}-copy"
  key_arn   = module.recovery_key.arn
  logs      = module.recovery_logs.id
  providers = { aws = aws.recovery }
}

module "recovery_logs" {
  source    = "./modules/bucket"
  name      = "portal-recovery-logs"
  sink      = var.account_id
  providers = { aws = aws.recovery }
}

module "portal" {
  source     = "./modules/portal"
  key_arn    = module.key.arn
  account_id = var.account_id
  buckets    = local.buckets
  copies     = { for name, copy in module.copies : name => copy.arn }
  copy_key   = module.recovery_key.arn
  tables     = ["sessions", "consents"]
}

# The topic stood here before the module was cut out.
moved {
  from = aws_sns_topic.appointments
  to   = module.portal.aws_sns_topic.appointments
}
