# References through modules, outputs, count, for_each, splats, locals and conditions; providers and their regions.

variable "region" {
  default = "eu-west-1"
}

provider "aws" {
  region = var.region
}

provider "aws" {
  alias                       = "west"
  region                      = "us-west-2"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
}

variable "buckets" {
  default = {
    a = { versioned = true, log_to = "b" }
    b = { versioned = false, log_to = "b" }
  }
}

variable "directory" {
  default = false
}

resource "aws_kms_key" "main" {}

resource "aws_s3_bucket" "each" {
  for_each = var.buckets
}

# Chained: for_each over the resource itself.
resource "aws_s3_bucket_versioning" "chain" {
  for_each = aws_s3_bucket.each
  bucket   = each.value.id
  versioning_configuration {
    status = "Enabled"
  }
}

# A subset by each.key, and a key that stands in a value.
resource "aws_s3_bucket_policy" "by_key" {
  for_each = { for name, bucket in var.buckets : name => bucket if bucket.versioned }
  bucket   = aws_s3_bucket.each[each.key].id
  policy   = "{}"
}

resource "aws_s3_bucket_logging" "by_value" {
  for_each      = var.buckets
  bucket        = aws_s3_bucket.each[each.key].id
  target_bucket = aws_s3_bucket.each[each.value.log_to].id
  target_prefix = "log/"
}

resource "aws_s3_bucket" "counted" {
  count = 3
}

# Instance to instance: both count the same.
resource "aws_s3_bucket_ownership_controls" "counted" {
  count  = 3
  bucket = aws_s3_bucket.counted[count.index].id
  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

# Fewer of one than of the other: the plan does not show which.
resource "aws_s3_bucket_acl" "fewer" {
  count  = 2
  bucket = aws_s3_bucket.counted[count.index + 1].id
  acl    = "private"
}

resource "aws_s3_bucket_accelerate_configuration" "first" {
  bucket = aws_s3_bucket.counted[0].id
  status = "Enabled"
}

# A condition whose other branch has no instance.
resource "aws_s3_bucket" "directory" {
  count = var.directory ? 1 : 0
}

resource "aws_s3_bucket_public_access_block" "condition" {
  bucket = var.directory ? aws_s3_bucket.directory[0].id : aws_s3_bucket.counted[1].id
}

# Two resources in one expression.
resource "aws_s3_bucket_request_payment_configuration" "either" {
  bucket = length(aws_kms_key.main.id) > 3 ? aws_s3_bucket.counted[0].id : aws_s3_bucket.counted[2].id
  payer  = "Requester"
}

# After another companion, by that companion's own attribute.
resource "aws_s3_bucket_public_access_block" "after_versioning" {
  bucket = aws_s3_bucket_versioning.chain["b"].bucket
}

locals {
  bucket       = "${aws_s3_bucket.counted[2].id}"
  with_policy  = true
  other_bucket = aws_s3_bucket.counted[0].id
}

# Both branches lead to one bucket; the local that decides is known, because it decides a count too.
resource "aws_s3_bucket_policy" "counted_in" {
  count  = local.with_policy ? 1 : 0
  bucket = aws_s3_bucket.counted[1].id
  policy = "{}"
}

resource "aws_s3_bucket_logging" "same" {
  bucket        = local.with_policy ? aws_s3_bucket_policy.counted_in[0].id : aws_s3_bucket.counted[1].id
  target_bucket = aws_s3_bucket.counted[0].id
  target_prefix = "log/"
}

# A local beside the bucket may be what is meant, whatever it is called.
resource "aws_s3_bucket_website_configuration" "doubtful" {
  bucket = length(aws_kms_key.main.id) > 3 ? local.other_bucket : aws_s3_bucket.counted[1].id
  index_document {
    suffix = "index.html"
  }
}

# A local value ends here.
resource "aws_s3_bucket_public_access_block" "local" {
  bucket = local.bucket
}

resource "aws_s3_bucket" "named" {
  bucket = "phiward-named"
}

resource "aws_s3_bucket_policy" "by_name" {
  bucket = "phiward-named"
  policy = "{}"
}

# Another type with the same name: whoever asks for a bucket's companions means the bucket.
resource "aws_cloudwatch_log_group" "named" {
  name = "phiward-named"
}

module "site" {
  source   = "./site"
  for_each = toset(["x", "y"])
  name     = each.key
  bucket   = aws_s3_bucket.each["a"].id
  key_arn  = aws_kms_key.main.arn
  providers = {
    aws       = aws.west
    aws.other = aws
  }
}

module "single" {
  source = "./site"
  count  = 1
  name   = "single"
  bucket = module.site["x"].inner_bucket
  providers = {
    aws       = aws
    aws.other = aws.west
  }
}

resource "aws_s3_bucket_acl" "of_module" {
  bucket = module.single[0].inner_bucket
  acl    = "private"
}

resource "aws_s3_bucket_versioning" "whole_output" {
  bucket = module.single[0].whole.id
  versioning_configuration {
    status = "Enabled"
  }
}

# Collections name all that they hold.
resource "aws_security_group" "one" {}

resource "aws_security_group" "many" {
  count = 2
}

resource "aws_instance" "list" {
  ami                    = "ami-12345678"
  instance_type          = "t3.micro"
  vpc_security_group_ids = [aws_security_group.one.id, aws_security_group.many[1].id]
}

resource "aws_instance" "splat" {
  ami                    = "ami-12345678"
  instance_type          = "t3.micro"
  vpc_security_group_ids = aws_security_group.many[*].id
}

# Queues of one name in two regions: an ARN says which.
resource "aws_sqs_queue" "here" {
  name = "twin"
}

resource "aws_sqs_queue" "there" {
  provider = aws.west
  name     = "twin"
}

resource "aws_sns_topic_subscription" "there" {
  topic_arn = "arn:aws:sns:eu-west-1:111122223333:elsewhere"
  protocol  = "sqs"
  endpoint  = "arn:aws:sqs:us-west-2:111122223333:twin"
}

resource "aws_sqs_queue_policy" "outside" {
  queue_url = "https://sqs.eu-west-1.amazonaws.com/111122223333/${terraform.workspace}"
  policy    = "{}"
}

data "aws_region" "here" {}
