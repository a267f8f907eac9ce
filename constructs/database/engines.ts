// What each engine needs in order to force TLS and to write its statements down.

import { ConstructError } from "../error.ts";
import type { IConstruct } from "../internal/cdktf.ts";

/** Engines of a {@link PhiDatabase}. */
export type DatabaseEngine = "mariadb" | "mysql" | "postgres";
/** Engines of a {@link PhiDatabaseCluster}. */
export type ClusterEngine = "aurora-mysql" | "aurora-postgresql";

/** A parameter of a group. */
export interface Parameter {
  readonly name: string;
  readonly value: string;
  /** `pending-reboot` for what the engine reads when it starts. */
  readonly applyMethod: "immediate" | "pending-reboot";
}

export interface Engine {
  readonly port: number;
  /** A major version: the service chooses the minor one and keeps it current. */
  readonly defaultVersion: string;
  /** Versions whose family the engine's parameters belong to. Its first group is the major version. */
  readonly versions: RegExp;
  readonly parameters: readonly Parameter[];
  /** Logs that the engine exports to CloudWatch Logs. */
  readonly exports: readonly string[];
  /** Whether the audit log comes from an option that must be added. */
  readonly hasAuditOption: boolean;
}

const now = (name: string, value: string): Parameter => ({ name, value, applyMethod: "immediate" });
const atStart = (name: string, value: string): Parameter => ({ name, value, applyMethod: "pending-reboot" });

/**
 * Every statement that reads or changes data, roles or tables, without the values of its parameters.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.PostgreSQL.CommonDBATasks.pgaudit.html
 */
const POSTGRES: readonly Parameter[] = [
  now("log_connections", "1"),
  now("log_disconnections", "1"),
  now("pgaudit.log", "ddl,read,role,write"),
  now("rds.force_ssl", "1"),
  atStart("shared_preload_libraries", "pg_stat_statements,pgaudit"),
];

/** @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/mysql-ssl-connections.require-ssl.html */
const MYSQL: readonly Parameter[] = [now("require_secure_transport", "1"), atStart("tls_version", "TLSv1.2,TLSv1.3")];

/** Connections and queries: whether a value was read shows in the query only. */
export const AUDIT_EVENTS = "CONNECT,QUERY";

export const ENGINES: Readonly<Record<ClusterEngine | DatabaseEngine, Engine>> = {
  postgres: {
    port: 5432,
    defaultVersion: "17",
    versions: /^(1[4-9])(\.\d+)?$/,
    parameters: POSTGRES,
    exports: ["postgresql", "upgrade"],
    hasAuditOption: false,
  },
  mysql: {
    port: 3306,
    defaultVersion: "8.4",
    versions: /^(8\.[04])(\.\d+)?$/,
    parameters: MYSQL,
    exports: ["audit", "error"],
    hasAuditOption: true,
  },
  mariadb: {
    port: 3306,
    defaultVersion: "11.8",
    versions: /^(10\.6|10\.11|11\.4|11\.8)(\.\d+)?$/,
    parameters: MYSQL,
    exports: ["audit", "error"],
    hasAuditOption: true,
  },
  "aurora-postgresql": {
    port: 5432,
    defaultVersion: "17",
    versions: /^(1[4-9])(\.\d+)?$/,
    parameters: POSTGRES,
    exports: ["postgresql"],
    hasAuditOption: false,
  },
  // https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Auditing.html
  "aurora-mysql": {
    port: 3306,
    defaultVersion: "8.0",
    versions: /^(8\.0)(\.mysql_aurora\.3\.\d+\.\d+)?$/,
    parameters: [...MYSQL, now("server_audit_events", AUDIT_EVENTS), now("server_audit_logging", "1")],
    exports: ["audit", "error"],
    hasAuditOption: false,
  },
};

/**
 * Major version of an engine's version.
 *
 * @throws {ConstructError} `VERSION_INVALID`
 */
export function majorVersion(at: IConstruct, engine: ClusterEngine | DatabaseEngine, version: string): string {
  const { versions, defaultVersion } = ENGINES[engine];
  const [, major] = versions.exec(version) ?? [];
  if (major === undefined)
    throw new ConstructError(
      "VERSION_INVALID",
      `engineVersion must be a version of ${engine} such as ${defaultVersion}, got ${version}`,
      at,
    );
  return major;
}
