// Who stands behind a security group, and on which ports stores speak.

import type { Resource, World } from "../../model/types.ts";
import type { PortRange } from "./ports.ts";

const one = (port: number): readonly PortRange[] => [[port, port]];

/** Where a store names its groups, and its ports where nobody chose one; by engine where the type has several. */
interface Store {
  readonly by: string;
  readonly ports: readonly PortRange[] | Readonly<Record<string, readonly PortRange[]>>;
}

const relational = {
  postgres: one(5432),
  mysql: one(3306),
  mariadb: one(3306),
  oracle: one(1521),
  sqlserver: one(1433),
  db2: one(50000),
  "aurora-postgresql": one(5432),
  "aurora-mysql": one(3306),
};

const stores: Readonly<Record<string, Store>> = {
  aws_db_instance: { by: "vpc_security_group_ids", ports: relational },
  aws_rds_cluster: { by: "vpc_security_group_ids", ports: relational },
  aws_docdb_cluster: { by: "vpc_security_group_ids", ports: one(27017) },
  aws_neptune_cluster: { by: "vpc_security_group_ids", ports: one(8182) },
  aws_elasticache_cluster: {
    by: "security_group_ids",
    ports: { memcached: one(11211), redis: one(6379), valkey: one(6379) },
  },
  aws_elasticache_replication_group: { by: "security_group_ids", ports: one(6379) },
  aws_memorydb_cluster: { by: "security_group_ids", ports: one(6379) },
  aws_redshift_cluster: { by: "vpc_security_group_ids", ports: one(5439) },
  aws_redshiftserverless_workgroup: { by: "security_group_ids", ports: one(5439) },
  aws_opensearch_domain: { by: "vpc_options[*].security_group_ids", ports: one(443) },
  aws_elasticsearch_domain: { by: "vpc_options[*].security_group_ids", ports: one(443) },
  aws_efs_mount_target: { by: "security_groups", ports: one(2049) },
  aws_vpc_endpoint: { by: "security_group_ids", ports: one(443) },
};

/** Types of other members, whose ports the plan does not tell, and where they name their groups. */
const others: readonly (readonly [type: string, by: string])[] = [
  ["aws_instance", "vpc_security_group_ids"],
  ["aws_instance", "security_groups"],
  ["aws_spot_instance_request", "vpc_security_group_ids"],
  ["aws_launch_template", "vpc_security_group_ids"],
  ["aws_launch_template", "network_interfaces[*].security_groups"],
  ["aws_launch_configuration", "security_groups"],
  ["aws_network_interface", "security_groups"],
  ["aws_network_interface_sg_attachment", "security_group_id"],
  ["aws_lb", "security_groups"],
  ["aws_alb", "security_groups"],
  ["aws_elb", "security_groups"],
  ["aws_ecs_service", "network_configuration[*].security_groups"],
  ["aws_eks_cluster", "vpc_config[*].security_group_ids"],
  ["aws_lambda_function", "vpc_config[*].security_group_ids"],
  ["aws_codebuild_project", "vpc_config[*].security_group_ids"],
  ["aws_batch_compute_environment", "compute_resources[*].security_group_ids"],
  ["aws_glue_connection", "physical_connection_requirements[*].security_group_id_list"],
  ["aws_glue_dev_endpoint", "security_group_ids"],
  ["aws_emr_cluster", "ec2_attributes[*].emr_managed_master_security_group"],
  ["aws_emr_cluster", "ec2_attributes[*].emr_managed_slave_security_group"],
  ["aws_msk_cluster", "broker_node_group_info[*].security_groups"],
  ["aws_mq_broker", "security_groups"],
  ["aws_mwaa_environment", "network_configuration[*].security_group_ids"],
  ["aws_fsx_windows_file_system", "security_group_ids"],
  ["aws_fsx_ontap_file_system", "security_group_ids"],
  ["aws_fsx_openzfs_file_system", "security_group_ids"],
  ["aws_fsx_lustre_file_system", "security_group_ids"],
  ["aws_dax_cluster", "security_group_ids"],
  ["aws_elasticache_serverless_cache", "security_group_ids"],
  ["aws_docdbelastic_cluster", "vpc_security_group_ids"],
  ["aws_db_proxy", "vpc_security_group_ids"],
  ["aws_dms_replication_instance", "vpc_security_group_ids"],
  ["aws_sagemaker_notebook_instance", "security_groups"],
  ["aws_sagemaker_domain", "default_user_settings[*].security_groups"],
  ["aws_transfer_server", "endpoint_details[*].security_group_ids"],
  ["aws_directory_service_directory", "security_group_id"],
];

/** Stores behind a group; undefined where something else stands there too, or a store whose port the plan does not tell. */
export function storesBehind(world: World, group: Resource): readonly Resource[] | undefined {
  if (others.some(([type, by]) => world.companions(group, type, by).certain.length > 0)) return undefined;
  return Object.entries(stores).flatMap(([type, { by }]) => world.companions(group, type, by).certain);
}

/** Ports on which a store takes connections; undefined where the plan does not tell. */
export function portsOfStore(world: World, store: Resource): readonly PortRange[] | undefined {
  const chosen = world.read(store, ["port"]);
  if (chosen.state === "known" && Number(chosen.value) > 0) return one(Number(chosen.value));
  if (chosen.state === "unknown") return undefined;
  const ports = stores[store.type]?.ports;
  if (ports === undefined || isRanges(ports)) return ports;
  const engine = world.read(store, ["engine"]);
  if (engine.state !== "known") return undefined;
  const name = String(engine.value);
  return ports[name] ?? ports[name.replace(/-.*$/, "")];
}

const isRanges = (ports: Store["ports"]): ports is readonly PortRange[] => Array.isArray(ports);
