# Secrets in every corner. All are made up, or taken from the documentation; some are joined here, so that scanners of
# repositories do not take them for real.

provider "aws" {
  region = "us-east-1"
}

variable "declared" {
  default   = "planted-declared-sensitive"
  sensitive = true
}

variable "db_password" {
  default = "planted-by-variable-name-1"
}

locals {
  private_key = "-----BEGIN RSA PRIVATE KEY-----\nplantedMIIEowIBAAKCAQEA\n-----END RSA PRIVATE KEY-----"
}

module "database" {
  source   = "./database"
  password = "planted-through-module-1"
  phrase   = "planted-sensitive-input-1"
}

resource "aws_db_instance" "literal" {
  instance_class      = "db.t3.micro"
  engine              = "postgres"
  allocated_storage   = 5
  username            = "clinic"
  password            = "planted-literal-password-1"
  skip_final_snapshot = true
}

resource "aws_db_instance" "variable" {
  instance_class      = "db.t3.micro"
  engine              = "postgres"
  allocated_storage   = 5
  username            = "clinic"
  password            = var.db_password
  skip_final_snapshot = true
}

resource "aws_ssm_parameter" "declared" {
  name  = "/clinic/declared"
  type  = "String"
  value = var.declared
}

resource "aws_secretsmanager_secret" "main" {
  name        = "clinic/token"
  description = "token of the clearing house"
}

resource "aws_secretsmanager_secret_version" "main" {
  secret_id     = aws_secretsmanager_secret.main.id
  secret_string = jsonencode({ username = "clinic", password = "planted-secret-string-1" })
}

resource "aws_lambda_function" "environment" {
  function_name = "environment"
  role          = "arn:aws:iam::111122223333:role/lambda"
  filename      = "main.tf"
  handler       = "index.handler"
  runtime       = "nodejs20.x"
  environment {
    variables = {
      DB_PASSWORD           = "planted-environment-1"
      apiKey                = "planted-environment-2"
      AWS_ACCESS_KEY_ID     = "AKIAIOSFODNN7EXAMPLE"
      AWS_SECRET_KEY_BESIDE = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
      DATABASE_URL          = "postgres://clinic:planted-url-1@db.internal:5432/clinic"
      CONNECTION            = "Server=db;User Id=clinic;Password=planted-connection-1;"
      GITHUB                = join("_", ["ghp", "plantedAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"])
      SLACK                 = join("-", ["xoxb", "1234567890", "planted"])
      STRIPE                = join("_", ["sk", "live", "plantedAAAAAAAAAAAAAAAA"])
      SESSION               = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJwbGFudGVkIn0.plantedsignature"
      REPEATED              = "planted-literal-password-1"

      DB_PASSWORD_ARN = "arn:aws:secretsmanager:us-east-1:111122223333:secret:clinic/db-AbCdEf"
      SECRET_ID       = "clinic/db"
      TOKEN_ENDPOINT  = "https://login.example.org/oauth2/token"
      KMS_KEY_ID      = "1234abcd-12ab-34cd-56ef-1234567890ab"
      PASSWORD        = "/clinic/db/password"
      API_TOKEN       = "arn:aws:ssm:us-east-1:111122223333:parameter/clinic/token"
      USE_PASSWORD    = "true"
    }
  }
}

resource "aws_ecs_task_definition" "containers" {
  family = "containers"
  container_definitions = jsonencode([{
    name  = "portal"
    image = "portal:1"
    environment = [
      { name = "DB_PASSWORD", value = "planted-container-1" },
      { name = "DB_HOST", value = "db.internal" },
    ]
    secrets = [{ name = "API_TOKEN", valueFrom = "arn:aws:ssm:us-east-1:111122223333:parameter/clinic/token" }]
    command = ["start", "--token", "planted-argument-1", "--api-key=planted-command-1"]
  }])
}

resource "aws_launch_template" "base64" {
  name = "base64"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    export DB_PASSWORD=planted-user-data-1
    start
  EOT
  )
}

resource "aws_launch_template" "harmless" {
  name      = "harmless"
  user_data = base64encode("#!/bin/bash\nexport DB_PASSWORD=$(aws ssm get-parameter --name /clinic/db)\nstart the server\n")
}

resource "aws_codebuild_project" "environment" {
  name         = "environment"
  service_role = "arn:aws:iam::111122223333:role/build"
  artifacts {
    type = "NO_ARTIFACTS"
  }
  source {
    type     = "GITHUB"
    location = "https://github.com/example/portal.git"
  }
  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/standard:7.0"
    type         = "LINUX_CONTAINER"
    environment_variable {
      name  = "NPM_TOKEN"
      value = "planted-build-1"
    }
    environment_variable {
      name  = "GIT_TOKEN"
      value = "clinic-git-token"
      type  = "SECRETS_MANAGER"
    }
  }
}

resource "aws_ssm_document" "script" {
  name            = "script"
  document_type   = "Command"
  document_format = "YAML"
  content         = <<-EOT
    schemaVersion: '2.2'
    description: "Sets the password: see the handbook"
    mainSteps:
      - action: aws:runShellScript
        name: login
        inputs:
          runCommand:
            - 'login --user clinic --password planted-flag-1'
            - |
              cat > key.pem <<KEY
              ${local.private_key}
              KEY
  EOT
}

resource "aws_efs_file_system" "files" {
  creation_token = "clinic-files"
}

resource "aws_iam_policy" "read_secret" {
  name = "read-secret"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["secretsmanager:GetSecretValue", "sts:GetSessionToken", "iam:PassRole"]
      Resource = "arn:aws:secretsmanager:us-east-1:111122223333:secret:clinic/db-AbCdEf"
    }]
  })
}

resource "terraform_data" "plain" {
  input = {
    nested = { client_secret = "planted-nested-1" }
    list   = ["https://user:planted-list-1@example.org/"]
  }
}

output "leaked" {
  value = "postgres://clinic:planted-output-1@db.internal/clinic"
}
