# Rules of security groups and network ACLs in the shapes that hide an open port.

provider "aws" {
  region                      = "us-east-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
}

resource "aws_vpc" "main" {
  cidr_block                       = "10.0.0.0/16"
  assign_generated_ipv6_cidr_block = true
}

resource "aws_eip" "office" {
  domain = "vpc"
}

resource "aws_ec2_managed_prefix_list" "everyone" {
  name           = "everyone"
  address_family = "IPv4"
  max_entries    = 2
  entry {
    cidr = "0.0.0.0/1"
  }
}

resource "aws_ec2_managed_prefix_list_entry" "other_half" {
  prefix_list_id = aws_ec2_managed_prefix_list.everyone.id
  cidr           = "128.0.0.0/1"
}

resource "aws_ec2_managed_prefix_list" "clinics" {
  name           = "clinics"
  address_family = "IPv4"
  max_entries    = 1
  entry {
    cidr = "198.51.100.0/24"
  }
}

# One of the blocks is open, among private ones.
resource "aws_security_group" "one_of_many" {
  vpc_id = aws_vpc.main.id
  ingress {
    from_port   = 20
    to_port     = 25
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8", "0.0.0.0/0"]
  }
  ingress {
    from_port        = 53
    to_port          = 53
    protocol         = "udp"
    ipv6_cidr_blocks = ["::/0"]
  }
}

resource "aws_security_group" "every_protocol" {
  vpc_id = aws_vpc.main.id
  ingress {
    from_port        = 0
    to_port          = 0
    protocol         = "-1"
    ipv6_cidr_blocks = ["::/0"]
  }
}

resource "aws_security_group" "closed" {
  vpc_id = aws_vpc.main.id
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8", "198.51.100.0/24"]
    self        = true
  }
  ingress {
    from_port       = 443
    to_port         = 443
    protocol        = "tcp"
    prefix_list_ids = [aws_ec2_managed_prefix_list.clinics.id]
    security_groups = [aws_security_group.every_protocol.id]
  }
  ingress {
    from_port   = 8
    to_port     = 0
    protocol    = "icmp"
    cidr_blocks = ["0.0.0.0/0"]
  }
  # Known only after apply, and still one address, and one network.
  ingress {
    from_port        = 5432
    to_port          = 5432
    protocol         = "tcp"
    cidr_blocks      = ["${aws_eip.office.public_ip}/32"]
    ipv6_cidr_blocks = [aws_vpc.main.ipv6_cidr_block]
  }
}

resource "aws_security_group" "without_rules" {
  vpc_id = aws_vpc.main.id
}

# Neither range is the internet, together they are more than a /8.
resource "aws_security_group" "halves" {
  vpc_id = aws_vpc.main.id
}

resource "aws_security_group_rule" "half" {
  for_each          = toset(["16.0.0.0/8", "17.0.0.0/8"])
  security_group_id = aws_security_group.halves.id
  type              = "ingress"
  from_port         = 443
  to_port           = 443
  protocol          = "tcp"
  cidr_blocks       = [each.key]
}

resource "aws_security_group_rule" "listed" {
  security_group_id = aws_security_group.halves.id
  type              = "ingress"
  from_port         = 3389
  to_port           = 3389
  protocol          = "6"
  prefix_list_ids   = [aws_ec2_managed_prefix_list.everyone.id]
}

resource "aws_security_group_rule" "elsewhere" {
  security_group_id = aws_security_group.halves.id
  type              = "ingress"
  from_port         = 3306
  to_port           = 3306
  protocol          = "tcp"
  prefix_list_ids   = ["pl-0123456789abcdef0"]
}

resource "aws_security_group_rule" "out" {
  security_group_id = aws_security_group.halves.id
  type              = "egress"
  from_port         = 0
  to_port           = 0
  protocol          = "-1"
  cidr_blocks       = ["0.0.0.0/0"]
}

resource "aws_vpc_security_group_ingress_rule" "everything" {
  security_group_id = aws_security_group.without_rules.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "group" {
  security_group_id            = aws_security_group.without_rules.id
  ip_protocol                  = "tcp"
  from_port                    = 22
  to_port                      = 22
  referenced_security_group_id = aws_security_group.closed.id
}

resource "aws_default_security_group" "emptied" {
  vpc_id = aws_vpc.main.id
}

# The Deny stands in front, so port 22 is closed, though written after it.
resource "aws_network_acl" "ordered" {
  vpc_id = aws_vpc.main.id
  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "-1"
    cidr_block = "0.0.0.0/0"
    from_port  = 0
    to_port    = 0
  }
  ingress {
    rule_no    = 90
    action     = "deny"
    protocol   = "tcp"
    cidr_block = "0.0.0.0/0"
    from_port  = 22
    to_port    = 22
  }
  # Too late: rule 100 has let them in.
  ingress {
    rule_no    = 110
    action     = "deny"
    protocol   = "tcp"
    cidr_block = "0.0.0.0/0"
    from_port  = 3389
    to_port    = 3389
  }
}

resource "aws_network_acl" "split" {
  vpc_id = aws_vpc.main.id
}

resource "aws_network_acl_rule" "refused" {
  network_acl_id = aws_network_acl.split.id
  rule_number    = 10
  rule_action    = "deny"
  protocol       = "tcp"
  cidr_block     = "0.0.0.0/0"
  from_port      = 3389
  to_port        = 3389
}

resource "aws_network_acl_rule" "admitted" {
  network_acl_id = aws_network_acl.split.id
  rule_number    = 20
  rule_action    = "allow"
  protocol       = "tcp"
  cidr_block     = "0.0.0.0/0"
  from_port      = 3380
  to_port        = 3390
}

resource "aws_network_acl_rule" "sixth" {
  network_acl_id  = aws_network_acl.split.id
  rule_number     = 30
  rule_action     = "allow"
  protocol        = "17"
  ipv6_cidr_block = "::/0"
  from_port       = 123
  to_port         = 123
}

resource "aws_network_acl_rule" "out" {
  network_acl_id = aws_network_acl.split.id
  egress         = true
  rule_number    = 10
  rule_action    = "allow"
  protocol       = "-1"
  cidr_block     = "0.0.0.0/0"
}
