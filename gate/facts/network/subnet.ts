// Whether a subnet is public: the route table that holds for it leads to an internet gateway, or it hands out public addresses.

import type { Resource, World } from "../../model/types.ts";
import { isList } from "../path.ts";

/** What the plan says of one subnet or route table, and by which resource. */
export interface Exposure {
  readonly state: "private" | "unknown" | "public";
  readonly text: string;
  readonly cause?: string;
}

const isolated: Exposure = { state: "private", text: "no route to an internet gateway" };
const routeTables = new Set(["aws_route_table", "aws_default_route_table"]);
const isSubnet = ({ type }: Resource): boolean => type === "aws_subnet" || type === "aws_default_subnet";

/**
 * The exposure of a subnet that the plan makes; undefined for other subnets, whose routes the plan does not hold.
 * https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html#subnet-types
 */
export function subnetExposure(world: World, subnet: Resource): Exposure | undefined {
  if (!isSubnet(subnet) || subnet.mode !== "managed") return undefined;
  const isDefault = subnet.type === "aws_default_subnet";
  const mapped = world.read(subnet, ["map_public_ip_on_launch"]);
  if (mapped.state === "known" ? String(mapped.value) === "true" : isDefault && mapped.state === "absent")
    return { state: "public", text: `${subnet.address} hands out public addresses` };
  const { certain, possible } = world.companions(subnet, "aws_route_table_association", "subnet_id");
  const explicit = (certain.length > 0 ? certain : possible).map((one) => ofAssociation(world, one));
  if (explicit.length > 0) return joined(explicit, `the plan does not say which route table ${subnet.address} has`);
  return isDefault
    ? {
        state: "public",
        text: `${subnet.address} lies in the default VPC, whose main route table leads to the internet`,
      }
    : ofMainTable(world, subnet);
}

/** What several route tables or subnets say where only one of them is meant. */
export function joined(found: readonly Exposure[], cause: string): Exposure {
  const first = found[0];
  if (first && found.every(({ state }) => state === first.state)) return first;
  return { state: "unknown", text: "public and private ones are named together", cause };
}

function ofAssociation(world: World, association: Resource): Exposure {
  return ofTables(world, association, "route_table_id");
}

/** Without an association of its own a subnet has the main route table of its VPC. */
function ofMainTable(world: World, subnet: Resource): Exposure {
  const [vpc] = world
    .targets(subnet, ["vpc_id"])
    .flatMap((target) => (target.kind === "resource" ? [target.resource] : []));
  if (vpc?.mode !== "managed")
    return {
      state: "unknown",
      text: "no route table for it in this plan",
      cause: `neither a route table of ${subnet.address} nor its VPC is in the plan`,
    };
  const [main] = world.companions(vpc, "aws_main_route_table_association", "vpc_id").certain;
  if (main) return ofTables(world, main, "route_table_id");
  const [standard] = world.companions(vpc, "aws_default_route_table", "default_route_table_id").certain;
  if (standard) return tableExposure(world, standard);
  const [direct] = world.companions(vpc, "aws_route", "route_table_id").certain.flatMap((route) => {
    const exposure = routeExposure(world, route, []);
    return exposure.state === "private" ? [] : [exposure];
  });
  return direct ?? isolated;
}

function ofTables(world: World, resource: Resource, attribute: string): Exposure {
  const targets = world.targets(resource, [attribute]);
  const tables = targets.flatMap((target) =>
    target.kind === "resource" ? [target.resource] : target.kind === "ambiguous" ? target.candidates : [],
  );
  const known = tables.filter(({ type, mode }) => routeTables.has(type) && mode === "managed");
  if (known.length === 0) {
    const cause = `the route table of ${resource.address} is not in the plan`;
    return { state: "unknown", text: "a route table outside the plan", cause };
  }
  return joined(
    known.map((table) => tableExposure(world, table)),
    `${resource.address} may name ${known.length} route tables`,
  );
}

function tableExposure(world: World, table: Resource): Exposure {
  const routes: Exposure[] = [];
  const inline = table.values.route;
  if (isList(inline))
    for (const [index] of inline.entries()) routes.push(routeExposure(world, table, ["route", index]));
  for (const route of world.companions(table, "aws_route", "route_table_id").certain)
    routes.push(routeExposure(world, route, []));
  const of = (state: Exposure["state"]): Exposure | undefined => routes.find((route) => route.state === state);
  const perhaps = world
    .companions(table, "aws_route", "route_table_id")
    .possible.map((route) => routeExposure(world, route, []))
    .find(({ state }) => state === "public");
  const doubtful: Exposure | undefined = perhaps && {
    state: "unknown",
    text: perhaps.text,
    cause: `the plan does not say whether that route belongs to ${table.address}`,
  };
  return of("public") ?? of("unknown") ?? doubtful ?? isolated;
}

/** A route out of the VPC. Gateways of other kinds (VPN, endpoint, carrier, egress only) let nobody in from the internet. */
function routeExposure(world: World, resource: Resource, at: readonly (string | number)[]): Exposure {
  const path = [...at, "gateway_id"];
  const attribute = world.read(resource, path);
  if (attribute.state === "absent" || attribute.state === "null") return isolated;
  const text = `${resource.address} leads to an internet gateway`;
  if (attribute.state === "known" && attribute.value !== "")
    return String(attribute.value).startsWith("igw-") ? { state: "public", text } : isolated;
  if (attribute.state === "known") return isolated;
  const targets = world.targets(resource, path);
  const types = targets.flatMap((target) =>
    target.kind === "resource"
      ? [target.resource.type]
      : target.kind === "ambiguous"
        ? target.candidates.map(({ type }) => type)
        : [],
  );
  if (types.includes("aws_internet_gateway")) return { state: "public", text };
  if (types.length > 0) return isolated;
  return { state: "unknown", text: "a gateway known after apply", cause: attribute.cause };
}
