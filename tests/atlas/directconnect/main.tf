# Facts of AWS Direct Connect with a second link; see tests/atlas/s3 on names.

provider "aws" {
  region = "us-east-1"
}

resource "aws_dx_connection" "ok_second_link" {
  name      = "one"
  bandwidth = "1Gbps"
  location  = "EqDC2"
}

resource "aws_dx_connection" "ok_second_link__elsewhere" {
  name      = "two"
  bandwidth = "1Gbps"
  location  = "CSVA1"
}

resource "aws_dx_private_virtual_interface" "ok_second_link" {
  name           = "one"
  connection_id  = aws_dx_connection.ok_second_link.id
  dx_gateway_id  = "12345678-1234-1234-1234-123456789012"
  vlan           = 100
  address_family = "ipv4"
  bgp_asn        = 65352
}

resource "aws_dx_private_virtual_interface" "ok_second_link__elsewhere" {
  name           = "two"
  connection_id  = aws_dx_connection.ok_second_link__elsewhere.id
  dx_gateway_id  = "12345678-1234-1234-1234-123456789012"
  vlan           = 101
  address_family = "ipv4"
  bgp_asn        = 65352
}

resource "aws_dx_private_virtual_interface" "bad_second_link" {
  name           = "alone"
  connection_id  = aws_dx_connection.ok_second_link.id
  dx_gateway_id  = "12345678-1234-1234-1234-123456789013"
  vlan           = 102
  address_family = "ipv4"
  bgp_asn        = 65352
}

# Both end where the one cable does.
resource "aws_dx_private_virtual_interface" "bad_second_link__same_connection" {
  name           = "same"
  connection_id  = aws_dx_connection.ok_second_link.id
  dx_gateway_id  = "12345678-1234-1234-1234-123456789013"
  vlan           = 103
  address_family = "ipv4"
  bgp_asn        = 65352
}
