// The services behind the resource types of AWS Backup.

const SERVICES: Readonly<Record<string, string>> = {
  Aurora: "rds",
  DocumentDB: "rds",
  DynamoDB: "dynamodb",
  EBS: "ec2",
  EC2: "ec2",
  EFS: "elasticfilesystem",
  Neptune: "rds",
  RDS: "rds",
  Redshift: "redshift",
  S3: "s3",
};

/** Prefix of the endpoint that a type's own service copies through. */
export const serviceOf = (type: string): string => SERVICES[type] ?? type.toLowerCase();
