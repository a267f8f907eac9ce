# Facts of the code services; see tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_kms_key" "key" {}

locals {
  role = "arn:aws:iam::111122223333:role/build"
}

resource "aws_codebuild_project" "ok_encryption__encryption_key__audit_log__public_endpoint__plain_secret" {
  name           = "right"
  service_role   = local.role
  encryption_key = aws_kms_key.key.arn
  artifacts {
    type     = "S3"
    location = "artifacts"
  }
  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/amazonlinux2-x86_64-standard:5.0"
    type         = "LINUX_CONTAINER"
    environment_variable {
      name  = "STAGE"
      value = "production"
    }
    environment_variable {
      name  = "DB_PASSWORD"
      value = "portal/database"
      type  = "SECRETS_MANAGER"
    }
  }
  source {
    type      = "NO_SOURCE"
    buildspec = "version: 0.2"
  }
}

resource "aws_codebuild_project" "bad_encryption__encryption_key__audit_log__public_endpoint__plain_secret" {
  name               = "wrong"
  service_role       = local.role
  project_visibility = "PUBLIC_READ"
  artifacts {
    type                = "S3"
    location            = "artifacts"
    encryption_disabled = true
  }
  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/amazonlinux2-x86_64-standard:5.0"
    type         = "LINUX_CONTAINER"
    environment_variable {
      name  = "DB_PASSWORD"
      value = "correct-horse-battery-9"
    }
  }
  logs_config {
    cloudwatch_logs {
      status = "DISABLED"
    }
  }
  source {
    type      = "NO_SOURCE"
    buildspec = "version: 0.2"
  }
}

resource "aws_codebuild_project" "bad_encryption__logs" {
  name         = "logs"
  service_role = local.role
  artifacts {
    type = "NO_ARTIFACTS"
  }
  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/amazonlinux2-x86_64-standard:5.0"
    type         = "LINUX_CONTAINER"
  }
  logs_config {
    s3_logs {
      status              = "ENABLED"
      location            = "build-logs/portal"
      encryption_disabled = true
    }
  }
  source {
    type      = "NO_SOURCE"
    buildspec = "version: 0.2"
  }
}

resource "aws_codebuild_report_group" "ok_encryption__encryption_key" {
  name = "right"
  type = "TEST"
  export_config {
    type = "S3"
    s3_destination {
      bucket         = "reports"
      encryption_key = aws_kms_key.key.arn
    }
  }
}

resource "aws_codebuild_report_group" "bad_encryption" {
  name = "clear"
  type = "TEST"
  export_config {
    type = "S3"
    s3_destination {
      bucket              = "reports"
      encryption_disabled = true
      encryption_key      = aws_kms_key.key.arn
    }
  }
}

resource "aws_codebuild_source_credential" "bad_plain_secret" {
  auth_type   = "PERSONAL_ACCESS_TOKEN"
  server_type = "GITHUB"
  token       = "placeholder"
}

resource "aws_codebuild_source_credential" "ok_plain_secret" {
  auth_type   = "CODECONNECTIONS"
  server_type = "GITHUB"
  token       = "arn:aws:codeconnections:us-east-1:111122223333:connection/12345678-1234-1234-1234-123456789012"
}

resource "aws_codepipeline" "ok_encryption__encryption_key" {
  name     = "right"
  role_arn = local.role
  artifact_store {
    location = "artifacts"
    type     = "S3"
    encryption_key {
      id   = aws_kms_key.key.arn
      type = "KMS"
    }
  }
  stage {
    name = "Source"
    action {
      name             = "Source"
      category         = "Source"
      owner            = "AWS"
      provider         = "CodeCommit"
      version          = "1"
      output_artifacts = ["source"]
      configuration    = { RepositoryName = "portal", BranchName = "main" }
    }
  }
  stage {
    name = "Build"
    action {
      name            = "Build"
      category        = "Build"
      owner           = "AWS"
      provider        = "CodeBuild"
      version         = "1"
      input_artifacts = ["source"]
      configuration   = { ProjectName = "portal" }
    }
  }
}

resource "aws_codepipeline" "bad_encryption_key__omitted" {
  name     = "omitted"
  role_arn = local.role
  artifact_store {
    location = "artifacts"
    type     = "S3"
  }
  stage {
    name = "Source"
    action {
      name             = "Source"
      category         = "Source"
      owner            = "AWS"
      provider         = "CodeCommit"
      version          = "1"
      output_artifacts = ["source"]
      configuration    = { RepositoryName = "portal", BranchName = "main" }
    }
  }
  stage {
    name = "Build"
    action {
      name            = "Build"
      category        = "Build"
      owner           = "AWS"
      provider        = "CodeBuild"
      version         = "1"
      input_artifacts = ["source"]
      configuration   = { ProjectName = "portal" }
    }
  }
}

resource "aws_codecommit_repository" "ok_encryption_key" {
  repository_name = "right"
  kms_key_id      = aws_kms_key.key.arn
}

resource "aws_codecommit_repository" "bad_encryption_key__omitted" {
  repository_name = "omitted"
}

resource "aws_codeartifact_domain" "bad_encryption_key__omitted" {
  domain = "omitted"
}

resource "aws_codeartifact_domain_permissions_policy" "bad_policy_exposure" {
  domain = "omitted"
  policy_document = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "codeartifact:CreateRepository", Resource = "*" }]
  })
}

resource "aws_codegurureviewer_repository_association" "ok_encryption_key" {
  repository {
    codecommit {
      name = "portal"
    }
  }
  kms_key_details {
    encryption_option = "CUSTOMER_MANAGED_CMK"
    kms_key_id        = aws_kms_key.key.key_id
  }
}

resource "aws_codegurureviewer_repository_association" "bad_encryption_key__omitted" {
  repository {
    codecommit {
      name = "portal"
    }
  }
}

resource "aws_codebuild_report_group" "bad_encryption_key" {
  name = "managed"
  type = "TEST"
  export_config {
    type = "S3"
    s3_destination {
      bucket         = "reports"
      encryption_key = "arn:aws:kms:us-east-1:111122223333:alias/aws/s3"
    }
  }
}

resource "aws_codeartifact_domain" "ok_encryption_key" {
  domain         = "right"
  encryption_key = aws_kms_key.key.arn
}

resource "aws_codebuild_resource_policy" "ok_policy_exposure" {
  resource_arn = "arn:aws:codebuild:us-east-1:111122223333:project/portal"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:role/portal" }
      Action    = "codebuild:BatchGetProjects"
      Resource  = "*"
    }]
  })
}

resource "aws_codebuild_resource_policy" "bad_policy_exposure" {
  resource_arn = "arn:aws:codebuild:us-east-1:111122223333:project/portal"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "codebuild:BatchGetProjects", Resource = "*" }]
  })
}

resource "aws_codeartifact_domain_permissions_policy" "ok_policy_exposure" {
  domain = "right"
  policy_document = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:role/portal" }
      Action    = "codeartifact:CreateRepository"
      Resource  = "*"
    }]
  })
}

resource "aws_codeartifact_repository_permissions_policy" "ok_policy_exposure" {
  domain     = "right"
  repository = "portal"
  policy_document = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:role/portal" }
      Action    = "codeartifact:ReadFromRepository"
      Resource  = "*"
    }]
  })
}

resource "aws_codeartifact_repository_permissions_policy" "bad_policy_exposure" {
  domain     = "right"
  repository = "portal"
  policy_document = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "codeartifact:ReadFromRepository", Resource = "*" }]
  })
}
