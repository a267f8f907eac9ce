# Facts of Amazon API Gateway; see tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

locals {
  certificate = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012"
  log_group   = "arn:aws:logs:us-east-1:111122223333:log-group:portal"
  everyone = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "execute-api:Invoke", Resource = "*" }]
  })
  inside = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:role/portal" }
      Action    = "execute-api:Invoke"
      Resource  = "*"
    }]
  })
}

resource "aws_api_gateway_rest_api" "ok_public_edge__policy_exposure" {
  name   = "right"
  policy = local.inside
  endpoint_configuration {
    types = ["PRIVATE"]
  }
}

resource "aws_api_gateway_rest_api" "bad_public_edge__omitted" {
  name = "omitted"
}

resource "aws_api_gateway_rest_api" "bad_public_edge__policy_exposure" {
  name   = "regional"
  policy = local.everyone
  endpoint_configuration {
    types = ["REGIONAL"]
  }
}

resource "aws_api_gateway_rest_api_policy" "bad_policy_exposure" {
  rest_api_id = aws_api_gateway_rest_api.bad_public_edge__omitted.id
  policy      = local.everyone
}

resource "aws_api_gateway_method" "ok_authorization" {
  rest_api_id   = aws_api_gateway_rest_api.bad_public_edge__omitted.id
  resource_id   = aws_api_gateway_rest_api.bad_public_edge__omitted.root_resource_id
  http_method   = "GET"
  authorization = "AWS_IAM"
}

resource "aws_api_gateway_method" "bad_authorization" {
  rest_api_id   = aws_api_gateway_rest_api.bad_public_edge__omitted.id
  resource_id   = aws_api_gateway_rest_api.bad_public_edge__omitted.root_resource_id
  http_method   = "POST"
  authorization = "NONE"
}

resource "aws_api_gateway_method" "bad_authorization__a_key_names_nobody" {
  rest_api_id      = aws_api_gateway_rest_api.bad_public_edge__omitted.id
  resource_id      = aws_api_gateway_rest_api.bad_public_edge__omitted.root_resource_id
  http_method      = "PUT"
  authorization    = "NONE"
  api_key_required = true
}

resource "aws_api_gateway_stage" "ok_access_log__audit_log__encryption__plain_secret" {
  rest_api_id           = aws_api_gateway_rest_api.bad_public_edge__omitted.id
  deployment_id         = "abcdef"
  stage_name            = "production"
  cache_cluster_enabled = true
  cache_cluster_size    = "0.5"
  access_log_settings {
    destination_arn = local.log_group
    format          = "$context.requestId"
  }
}

resource "aws_api_gateway_method_settings" "ok_encryption__audit_log" {
  rest_api_id = aws_api_gateway_rest_api.bad_public_edge__omitted.id
  stage_name  = aws_api_gateway_stage.ok_access_log__audit_log__encryption__plain_secret.stage_name
  method_path = "*/*"
  settings {
    caching_enabled      = true
    cache_data_encrypted = true
    logging_level        = "INFO"
  }
}

resource "aws_api_gateway_stage" "bad_access_log__audit_log__encryption__plain_secret__omitted" {
  rest_api_id           = aws_api_gateway_rest_api.bad_public_edge__omitted.id
  deployment_id         = "abcdef"
  stage_name            = "omitted"
  cache_cluster_enabled = true
  cache_cluster_size    = "0.5"
  variables             = { db_password = "correct-horse-battery-9" }
}

resource "aws_api_gateway_method_settings" "bad_encryption__audit_log__omitted" {
  rest_api_id = aws_api_gateway_rest_api.bad_public_edge__omitted.id
  stage_name  = "other"
  method_path = "*/*"
  settings {
    caching_enabled = true
  }
}

resource "aws_api_gateway_domain_name" "ok_transit" {
  domain_name     = "portal.example.org"
  certificate_arn = local.certificate
  security_policy = "TLS_1_2"
}

resource "aws_api_gateway_domain_name" "bad_transit" {
  domain_name     = "old.example.org"
  certificate_arn = local.certificate
  security_policy = "TLS_1_0"
}

resource "aws_api_gateway_integration" "bad_transit" {
  rest_api_id             = aws_api_gateway_rest_api.bad_public_edge__omitted.id
  resource_id             = aws_api_gateway_rest_api.bad_public_edge__omitted.root_resource_id
  http_method             = "GET"
  type                    = "HTTP_PROXY"
  integration_http_method = "GET"
  uri                     = "http://backend.example.org"
}

resource "aws_api_gateway_integration" "bad_transit__unverified" {
  rest_api_id             = aws_api_gateway_rest_api.bad_public_edge__omitted.id
  resource_id             = aws_api_gateway_rest_api.bad_public_edge__omitted.root_resource_id
  http_method             = "POST"
  type                    = "HTTP_PROXY"
  integration_http_method = "POST"
  uri                     = "https://backend.example.org"
  tls_config {
    insecure_skip_verification = true
  }
}

resource "aws_apigatewayv2_api" "ok_audit_log" {
  name                       = "socket"
  protocol_type              = "WEBSOCKET"
  route_selection_expression = "$request.body.action"
}

resource "aws_apigatewayv2_api" "bad_audit_log__omitted" {
  name                       = "silent"
  protocol_type              = "WEBSOCKET"
  route_selection_expression = "$request.body.action"
}

resource "aws_apigatewayv2_api" "http" {
  name          = "http"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_stage" "ok_access_log__audit_log" {
  api_id = aws_apigatewayv2_api.ok_audit_log.id
  name   = "production"
  access_log_settings {
    destination_arn = local.log_group
    format          = "$context.requestId"
  }
  default_route_settings {
    logging_level = "INFO"
  }
}

resource "aws_apigatewayv2_stage" "bad_access_log__omitted" {
  api_id = aws_apigatewayv2_api.bad_audit_log__omitted.id
  name   = "production"
}

resource "aws_apigatewayv2_stage" "bad_audit_log" {
  api_id = "abcdef"
  name   = "production"
  default_route_settings {
    logging_level = "OFF"
  }
}

resource "aws_apigatewayv2_route" "ok_authorization" {
  api_id             = aws_apigatewayv2_api.http.id
  route_key          = "GET /records"
  authorization_type = "JWT"
  authorizer_id      = "abcdef"
}

resource "aws_apigatewayv2_route" "bad_authorization__omitted" {
  api_id    = aws_apigatewayv2_api.http.id
  route_key = "POST /records"
}

resource "aws_apigatewayv2_route" "bad_authorization__connect" {
  api_id             = aws_apigatewayv2_api.ok_audit_log.id
  route_key          = "$connect"
  authorization_type = "NONE"
}

resource "aws_apigatewayv2_route" "ok_authorization__after_connect" {
  api_id    = aws_apigatewayv2_api.ok_audit_log.id
  route_key = "send"
}

resource "aws_apigatewayv2_domain_name" "ok_transit" {
  domain_name = "api.example.org"
  domain_name_configuration {
    certificate_arn = local.certificate
    endpoint_type   = "REGIONAL"
    security_policy = "TLS_1_2"
  }
}

resource "aws_apigatewayv2_integration" "bad_transit" {
  api_id             = aws_apigatewayv2_api.http.id
  integration_type   = "HTTP_PROXY"
  integration_method = "GET"
  integration_uri    = "http://backend.example.org"
}

resource "aws_api_gateway_rest_api_policy" "ok_policy_exposure" {
  rest_api_id = "abcdef"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:role/portal" }
      Action    = "execute-api:Invoke"
      Resource  = "*"
    }]
  })
}

resource "aws_apigatewayv2_stage" "ok_plain_secret" {
  api_id          = "abcdef"
  name            = "right"
  stage_variables = { theme = "light" }
}

resource "aws_apigatewayv2_stage" "bad_plain_secret" {
  api_id          = "abcdef"
  name            = "secret"
  stage_variables = { db_password = "correct-horse-battery-9" }
}

resource "aws_api_gateway_method_settings" "ok_body_log" {
  rest_api_id = "portal"
  stage_name  = "live"
  method_path = "*/*"
  settings {
    logging_level = "INFO"
  }
}

resource "aws_api_gateway_method_settings" "bad_body_log" {
  rest_api_id = "portal"
  stage_name  = "live"
  method_path = "*/*"
  settings {
    logging_level      = "INFO"
    data_trace_enabled = true
  }
}

resource "aws_apigatewayv2_stage" "ok_body_log" {
  api_id = "portal"
  name   = "live"
}

resource "aws_apigatewayv2_stage" "bad_body_log" {
  api_id = "portal"
  name   = "trace"
  default_route_settings {
    data_trace_enabled = true
  }
}

resource "aws_api_gateway_stage" "ok_web_acl__client_certificate" {
  rest_api_id           = aws_api_gateway_rest_api.bad_public_edge__omitted.id
  deployment_id         = "abcdef"
  stage_name            = "guarded"
  client_certificate_id = aws_api_gateway_client_certificate.portal.id
}

resource "aws_api_gateway_client_certificate" "portal" {}

resource "aws_wafv2_web_acl_association" "stage" {
  resource_arn = aws_api_gateway_stage.ok_web_acl__client_certificate.arn
  web_acl_arn  = "arn:aws:wafv2:us-east-1:111122223333:regional/webacl/portal/12345678-1234-1234-1234-123456789012"
}

resource "aws_api_gateway_stage" "ok_web_acl__classic" {
  rest_api_id   = aws_api_gateway_rest_api.bad_public_edge__omitted.id
  deployment_id = "abcdef"
  stage_name    = "classic"
}

resource "aws_wafregional_web_acl_association" "stage" {
  resource_arn = aws_api_gateway_stage.ok_web_acl__classic.arn
  web_acl_id   = "12345678-1234-1234-1234-123456789012"
}

resource "aws_api_gateway_stage" "bad_web_acl__client_certificate__omitted" {
  rest_api_id   = aws_api_gateway_rest_api.bad_public_edge__omitted.id
  deployment_id = "abcdef"
  stage_name    = "unguarded"
}

# Nobody reaches a private API from the internet.
resource "aws_api_gateway_stage" "private" {
  rest_api_id   = aws_api_gateway_rest_api.ok_public_edge__policy_exposure.id
  deployment_id = "abcdef"
  stage_name    = "private"
}

resource "aws_api_gateway_method" "ok_request_validation" {
  rest_api_id          = aws_api_gateway_rest_api.bad_public_edge__omitted.id
  resource_id          = aws_api_gateway_rest_api.bad_public_edge__omitted.root_resource_id
  http_method          = "PATCH"
  authorization        = "AWS_IAM"
  request_validator_id = "abcdef"
}

resource "aws_api_gateway_method" "bad_request_validation__omitted" {
  rest_api_id   = aws_api_gateway_rest_api.bad_public_edge__omitted.id
  resource_id   = aws_api_gateway_rest_api.bad_public_edge__omitted.root_resource_id
  http_method   = "DELETE"
  authorization = "AWS_IAM"
}

resource "aws_apigatewayv2_api" "ok_cors" {
  name          = "named"
  protocol_type = "HTTP"
  cors_configuration {
    allow_origins = ["https://portal.example.org"]
  }
}

resource "aws_apigatewayv2_api" "bad_cors" {
  name          = "any"
  protocol_type = "HTTP"
  cors_configuration {
    allow_origins = ["*"]
  }
}
