/**
 * Constructs for CDKTF that are right by default: `import { PhiStack, PhiBucket } from "phiward/constructs"`.
 *
 * Needs the optional peers `cdktf`, `constructs` and `@cdktf/provider-aws`; the gate (`phiward`) needs none of them.
 *
 * @module phiward/constructs
 */

export type { Grantee } from "./access/grant.ts";
export type { BackedUpProps, BackedUpStore, Backup } from "./backup/back-up.ts";
export { ResilientBackup, type ResilientBackupProps } from "./backup/resilient-backup.ts";
export type { Objectives, Tier } from "./backup/tiers.ts";
export { type FunctionCaller, type FunctionCode, PhiFunction, type PhiFunctionProps } from "./compute/phi-function.ts";
export type { Runtime } from "./compute/runtimes.ts";
export type { ClusterEngine, DatabaseEngine } from "./database/engines.ts";
export { PhiCache, type PhiCacheProps } from "./database/phi-cache.ts";
export { PhiDatabase, type PhiDatabaseProps } from "./database/phi-database.ts";
export { PhiDatabaseCluster, type PhiDatabaseClusterProps } from "./database/phi-database-cluster.ts";
export { PhiSearch, type PhiSearchProps } from "./database/phi-search.ts";
export { PhiWarehouse, type PhiWarehouseProps } from "./database/phi-warehouse.ts";
export { ConstructError } from "./error.ts";
export { Exception, type ExceptionKind, type ExceptionProps, exception } from "./exception.ts";
export { type KeyUse, PhiKey, type PhiKeyProps } from "./keys/phi-key.ts";
export { AlarmTopic } from "./logging/alarm-topic.ts";
export { AuditTrail, type AuditTrailProps } from "./logging/audit-trail.ts";
export { LogArchive, type LogArchiveProps } from "./logging/log-archive.ts";
export { PhiLogGroup, type PhiLogGroupProps } from "./logging/phi-log-group.ts";
export { type Connectable, connect } from "./network/connect.ts";
export { PhiNetwork, type PhiNetworkProps } from "./network/phi-network.ts";
export { PhiSecurityGroup, type PhiSecurityGroupProps } from "./network/phi-security-group.ts";
export { type DataClass, PhiConstruct, type PhiConstructProps } from "./stack/phi-construct.ts";
export { PhiSite, type PhiSiteProps } from "./stack/phi-site.ts";
export { PhiStack, type PhiStackProps } from "./stack/phi-stack.ts";
export type { Site } from "./stack/site.ts";
export { PhiBucket, type PhiBucketProps } from "./storage/phi-bucket.ts";
export { type AccessPointProps, PhiFileSystem, type PhiFileSystemProps } from "./storage/phi-file-system.ts";
export { PhiQueue, type PhiQueueProps, type QueueSender } from "./storage/phi-queue.ts";
export { PhiRegistry, type PhiRegistryProps } from "./storage/phi-registry.ts";
export { PhiSecret, type PhiSecretProps } from "./storage/phi-secret.ts";
export { PhiStream, type PhiStreamProps } from "./storage/phi-stream.ts";
export { PhiTable, type PhiTableProps, type TableIndex, type TableKey } from "./storage/phi-table.ts";
export { PhiTopic, type PhiTopicProps } from "./storage/phi-topic.ts";
export { PhiVolume, type PhiVolumeProps } from "./storage/phi-volume.ts";
