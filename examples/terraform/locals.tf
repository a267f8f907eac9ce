locals {
  buckets = {
    documents = { copied = true }
    referrals = { copied = true }
    uploads   = { copied = false }
  }
  copied = { for name, bucket in local.buckets : name => bucket if bucket.copied }
}
