# Facts of Amazon EKS; see tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_kms_key" "key" {}

locals {
  role    = "arn:aws:iam::111122223333:role/cluster"
  subnets = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
}

resource "aws_eks_cluster" "ok_encryption__encryption_key__audit_log__public_endpoint" {
  name                      = "right"
  role_arn                  = local.role
  enabled_cluster_log_types = ["api", "audit", "authenticator", "controllerManager", "scheduler"]
  encryption_config {
    resources = ["secrets"]
    provider {
      key_arn = aws_kms_key.key.arn
    }
  }
  vpc_config {
    subnet_ids              = local.subnets
    endpoint_private_access = true
    endpoint_public_access  = false
  }
}

resource "aws_eks_cluster" "bad_encryption_key__audit_log__public_endpoint__omitted" {
  name     = "omitted"
  role_arn = local.role
  vpc_config {
    subnet_ids = local.subnets
  }
}

resource "aws_eks_cluster" "bad_audit_log__public_endpoint__partly" {
  name                      = "partly"
  role_arn                  = local.role
  enabled_cluster_log_types = ["api", "audit"]
  vpc_config {
    subnet_ids          = local.subnets
    public_access_cidrs = ["203.0.113.0/24", "0.0.0.0/1"]
  }
}

resource "aws_eks_cluster" "ok_public_endpoint__restricted" {
  name     = "restricted"
  role_arn = local.role
  vpc_config {
    subnet_ids          = local.subnets
    public_access_cidrs = ["203.0.113.0/24"]
  }
}

resource "aws_eks_node_group" "bad_public_endpoint__omitted" {
  cluster_name  = "right"
  node_role_arn = local.role
  subnet_ids    = local.subnets
  remote_access {
    ec2_ssh_key = "operators"
  }
  scaling_config {
    desired_size = 1
    max_size     = 1
    min_size     = 1
  }
}

resource "aws_eks_node_group" "ok_public_endpoint" {
  cluster_name  = "right"
  node_role_arn = local.role
  subnet_ids    = local.subnets
  remote_access {
    ec2_ssh_key               = "operators"
    source_security_group_ids = ["sg-0123456789abcdef0"]
  }
  scaling_config {
    desired_size = 1
    max_size     = 1
    min_size     = 1
  }
}

resource "aws_eks_addon" "bad_plain_secret" {
  cluster_name         = "right"
  addon_name           = "vpc-cni"
  configuration_values = jsonencode({ env = { API_PASSWORD = "correct-horse-battery-9" } })
}

resource "aws_eks_addon" "ok_plain_secret" {
  cluster_name = "right"
  addon_name   = "vpc-cni"
}
