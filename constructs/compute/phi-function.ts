// A function in a private network that may do only what stores grant it: 164.312(a)(1), 164.308(a)(4)(ii)(B).

import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { Grantee } from "../access/grant.ts";
import { ConstructError } from "../error.ts";
import {
  AssetType,
  type Construct,
  IamRole,
  IamRolePolicy,
  LambdaFunction,
  LambdaPermission,
  type SecurityGroup,
  TerraformAsset,
  Token,
} from "../internal/cdktf.ts";
import { shortName } from "../internal/names.ts";
import { policyDocument, policyText, type Statement, trust } from "../internal/policy.ts";
import { PhiKey } from "../keys/phi-key.ts";
import { PhiLogGroup } from "../logging/phi-log-group.ts";
import type { Connectable } from "../network/connect.ts";
import type { PhiNetwork } from "../network/phi-network.ts";
import { PhiSecurityGroup } from "../network/phi-security-group.ts";
import { PhiConstruct, type PhiConstructProps } from "../stack/phi-construct.ts";
import { recordAccess } from "../stack/registry.ts";
import type { Site } from "../stack/site.ts";
import { PhiQueue } from "../storage/phi-queue.ts";
import { RUNTIMES, type Runtime } from "./runtimes.ts";

const NAME_LIMIT = 64;
const TIMEOUT_SECONDS = 30;
const MEMORY_MIB = 256;

/** A folder or a zip archive on this machine, or an object that somebody's pipeline put into a bucket of the account. */
export type FunctionCode =
  | { readonly folder: string }
  | { readonly zipFile: string }
  | { readonly bucket: string; readonly key: string; readonly version: string };

/** Network, code, handler and runtime are required. */
export interface PhiFunctionProps extends PhiConstructProps {
  /** Network that the function stands in. It reaches what the network's endpoints and `connect` let it reach. */
  readonly network: PhiNetwork;
  /**
   * The code: a folder or a zip archive, by its path from the working directory, or an object of a bucket in the version named.
   *
   * @throws {ConstructError} `CODE_MISSING` where the folder or file cannot be read
   */
  readonly code: FunctionCode;
  /** What Lambda calls: `index.handler`. */
  readonly handler: string;
  /**
   * Language and its version, among those with security patches.
   *
   * @throws {ConstructError} `RUNTIME_UNSUPPORTED`
   * @see 45 CFR 164.308(a)(5)(ii)(B), protection from malicious software (addressable)
   */
  readonly runtime: Runtime;
  /**
   * Variables of the environment, encrypted with the key. For configuration: whoever may read the function reads them, so that
   * passwords belong into a PhiSecret, which the function reads.
   *
   * @default - none
   * @throws {ConstructError} `VARIABLE_INVALID` for a name that Lambda refuses
   */
  readonly environment?: Readonly<Record<string, string>>;
  /**
   * Seconds after which Lambda stops an invocation.
   *
   * @default 30
   * @throws {ConstructError} `TIMEOUT_OUT_OF_RANGE` below 1 or above 900, the limit of Lambda
   */
  readonly timeoutSeconds?: number;
  /**
   * Memory in MiB; processor time grows with it.
   *
   * @default 256
   * @throws {ConstructError} `MEMORY_OUT_OF_RANGE` below 128 or above 10240, the limits of Lambda
   */
  readonly memorySizeMiB?: number;
  /**
   * Invocations at one time: set aside for this function, and the most that it gets.
   *
   * @default - shares what the account has
   * @throws {ConstructError} `CONCURRENCY_INVALID` below 1
   */
  readonly reservedConcurrency?: number;
  /**
   * Queue for events of asynchronous invocations that failed every retry.
   *
   * @default - a queue of the function's own, under the function's key
   * @see 45 CFR 164.312(c)(1), integrity (standard): what came in is not lost
   */
  readonly onFailure?: PhiQueue;
  /**
   * Key of the environment, and of the function's own queue.
   *
   * @default - a key of the function's own
   * @see 45 CFR 164.312(a)(2)(iv), encryption and decryption (addressable)
   */
  readonly key?: PhiKey;
}

/** A service that calls a function. */
export interface FunctionCaller {
  /** Principal of the service: `events.amazonaws.com`. */
  readonly service: string;
  /** ARN of the service's resource that calls. */
  readonly sourceArn: string;
}

/**
 * A function without an address on the internet. Its role writes its logs and traces and nothing else, until a store grants more:
 * `documents.grantRead(portal)`. Each invocation stands in the audit trail.
 *
 * @example
 * const network = new PhiNetwork(stack, "Network", { services: ["kms", "logs"] });
 * const portal = new PhiFunction(stack, "Portal", {
 *   network,
 *   code: { zipFile: "dist/portal.zip" },
 *   handler: "index.handler",
 *   runtime: "nodejs22.x",
 * });
 * documents.grantRead(portal);
 * @see 45 CFR 164.312(a)(1), access control (standard)
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
 */
export class PhiFunction extends PhiConstruct implements Connectable, Grantee {
  readonly resource: LambdaFunction;
  readonly role: IamRole;
  readonly key: PhiKey;
  readonly logGroup: PhiLogGroup;
  readonly onFailure: PhiQueue;
  readonly securityGroup: SecurityGroup;
  /** Name, known at synthesis. */
  readonly name: string;
  /** ARN, known at synthesis. */
  readonly arn: string;
  private readonly granted: IamRolePolicy[] = [];

  /**
   * @throws {ConstructError} `NETWORK_FOREIGN`, `CODE_MISSING`, `RUNTIME_UNSUPPORTED`, `VARIABLE_INVALID`, `TIMEOUT_OUT_OF_RANGE`,
   *   `MEMORY_OUT_OF_RANGE`, `CONCURRENCY_INVALID`
   */
  constructor(scope: Construct, id: string, props: PhiFunctionProps) {
    super(scope, id, props.dataClass ?? "ephi");
    check(this, props);
    const { account, partition, region } = this.site;
    const { dataClass } = this;
    const { environment = {}, reservedConcurrency } = props;
    this.name = shortName(this.physicalName, NAME_LIMIT);
    this.arn = `arn:${partition}:lambda:${region}:${account}:function:${this.name}`;
    this.key = (props.key ?? new PhiKey(this, "Key")).allow({
      service: "lambda",
      context: { "aws:lambda:FunctionArn": [this.arn] },
      grants: true,
    });
    this.logGroup = new PhiLogGroup(this, "LogGroup", { name: `/aws/lambda/${this.name}` });
    this.onFailure = props.onFailure ?? new PhiQueue(this, "OnFailure", { key: this.key, dataClass });
    this.securityGroup = new PhiSecurityGroup(this, "Members", { network: props.network, dataClass }).securityGroup;
    this.role = new IamRole(this, "Role", {
      name: this.name,
      assumeRolePolicy: trust("lambda.amazonaws.com", account),
    });
    const run = new IamRolePolicy(this, "RolePolicy", {
      name: "run",
      role: this.role.id,
      policy: policyText(runs(this.arn, this.logGroup.arn, this.site)),
    });
    this.onFailure.grantSend(this);
    this.resource = this.claim(
      new LambdaFunction(this, "Resource", {
        functionName: this.name,
        role: this.role.arn,
        handler: props.handler,
        runtime: props.runtime,
        timeout: props.timeoutSeconds ?? TIMEOUT_SECONDS,
        memorySize: props.memorySizeMiB ?? MEMORY_MIB,
        ...(reservedConcurrency !== undefined && { reservedConcurrentExecutions: reservedConcurrency }),
        ...this.codeOf(props.code),
        kmsKeyArn: this.key.arn,
        ...(Object.keys(environment).length > 0 && { environment: { variables: { ...environment } } }),
        vpcConfig: {
          subnetIds: props.network.subnets.map((subnet) => subnet.id),
          securityGroupIds: [this.securityGroup.id],
        },
        deadLetterConfig: { targetArn: this.onFailure.queue.arn },
        tracingConfig: { mode: "Active" },
        loggingConfig: { logFormat: "JSON", logGroup: this.logGroup.resource.name },
        // Lambda tries the role's permissions when it makes the function.
        dependsOn: [run, ...this.granted],
      }),
      "encryption.at_rest",
    );
    if (Object.keys(environment).length > 0) this.claim(this.resource, "encryption.customer_key", "secrets.in_clear");
    if (this.dataClass !== "ephi") return;
    this.claim(this.resource, "logging.data_events");
    recordAccess({ store: this, type: "AWS::Lambda::Function", arn: this.arn });
  }

  /** Adds statements to the role; stores call it. */
  grant(id: string, statements: readonly Statement[]): void {
    if (this.node.tryFindChild(id)) return;
    const policy = policyDocument(this, `${id}Document`, statements);
    this.granted.push(new IamRolePolicy(this, id, { name: id, role: this.role.id, policy }));
  }

  /** Lets one resource of a service call the function. */
  invokedBy({ service, sourceArn }: FunctionCaller): this {
    const callers = this.node.children.filter((child) => child instanceof LambdaPermission);
    this.claim(
      new LambdaPermission(this, `Caller${callers.length}`, {
        action: "lambda:InvokeFunction",
        functionName: this.resource.functionName,
        principal: service,
        sourceArn,
        sourceAccount: this.site.account,
      }),
      "exposure.public_policy",
    );
    return this;
  }

  private codeOf(code: FunctionCode) {
    if ("folder" in code) {
      const path = resolve(code.folder);
      if (!existsSync(path) || !statSync(path).isDirectory())
        throw new ConstructError("CODE_MISSING", `code is ${code.folder}, expected a folder`, this);
      const archive = new TerraformAsset(this, "Code", { path, type: AssetType.ARCHIVE });
      // Of the contents: the archive itself holds the times at which files were checked out.
      return { filename: archive.path, sourceCodeHash: archive.assetHash };
    }
    if (!("zipFile" in code)) return { s3Bucket: code.bucket, s3Key: code.key, s3ObjectVersion: code.version };
    const path = resolve(code.zipFile);
    const hash = createHash("sha256")
      .update(readZip(this, path, code.zipFile))
      .digest("base64");
    return { filename: new TerraformAsset(this, "Code", { path }).path, sourceCodeHash: hash };
  }
}

function readZip(at: PhiFunction, path: string, written: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const why = error instanceof Error && "code" in error ? String(error.code) : "unreadable";
    throw new ConstructError("CODE_MISSING", `code is ${written}, expected a readable zip archive (${why})`, at);
  }
}

/**
 * What every function does: writes logs and traces. Lambda itself, not the code, plugs it into the network.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions
 */
const runs = (arn: string, logGroupArn: string, { account, partition, region }: Site): readonly Statement[] => {
  const plug = [
    "ec2:AssignPrivateIpAddresses",
    "ec2:CreateNetworkInterface",
    "ec2:DeleteNetworkInterface",
    "ec2:UnassignPrivateIpAddresses",
  ];
  const look = ["ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets"];
  return [
    { sid: "WriteLogs", actions: ["logs:CreateLogStream", "logs:PutLogEvents"], resources: [`${logGroupArn}:*`] },
    { sid: "WriteTraces", actions: ["xray:PutTelemetryRecords", "xray:PutTraceSegments"] },
    { sid: "PlugIn", actions: plug, resources: [`arn:${partition}:ec2:${region}:${account}:*/*`] },
    // Descriptions name no resources.
    { sid: "LookAround", actions: look },
    {
      sid: "CodePlugsNothing",
      effect: "Deny",
      actions: [...plug, ...look],
      conditions: { ArnEquals: { "lambda:SourceFunctionArn": [arn] } },
    },
  ];
};

function check(at: PhiFunction, props: PhiFunctionProps): void {
  const { network, runtime, environment = {}, timeoutSeconds, memorySizeMiB, reservedConcurrency } = props;
  const { account, region } = network.site;
  if (account !== at.site.account || region !== at.site.region)
    throw new ConstructError(
      "NETWORK_FOREIGN",
      `network stands in ${region} of ${account}, expected the function's own site`,
      at,
    );
  if (!Object.hasOwn(RUNTIMES, runtime))
    throw new ConstructError(
      "RUNTIME_UNSUPPORTED",
      `runtime must be one of ${Object.keys(RUNTIMES).join(", ")}, got ${runtime}`,
      at,
    );
  for (const name of Object.keys(environment))
    if (!/^[A-Za-z]\w+$/.test(name) || /^(AWS|LAMBDA)_/.test(name))
      throw new ConstructError(
        "VARIABLE_INVALID",
        `environment holds ${name}, expected two or more letters, digits and _, not AWS_ or LAMBDA_`,
        at,
      );
  checkRange(at, "TIMEOUT_OUT_OF_RANGE", "timeoutSeconds", timeoutSeconds, [1, 900]);
  checkRange(at, "MEMORY_OUT_OF_RANGE", "memorySizeMiB", memorySizeMiB, [128, 10_240]);
  checkRange(at, "CONCURRENCY_INVALID", "reservedConcurrency", reservedConcurrency, [1, Number.MAX_SAFE_INTEGER]);
}

function checkRange(
  at: PhiFunction,
  code: string,
  name: string,
  value: number | undefined,
  [least, most]: readonly [number, number],
): void {
  if (value === undefined || Token.isUnresolved(value)) return;
  if (Number.isInteger(value) && value >= least && value <= most) return;
  const bounds = most === Number.MAX_SAFE_INTEGER ? `at least ${least}` : `${least} to ${most}`;
  throw new ConstructError(code, `${name} must be ${bounds}, got ${value}`, at);
}
