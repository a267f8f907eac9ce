// The `public_endpoint` fact of the firewall of a Lightsail instance.

import type { Value } from "../../model/types.ts";
import type { ComputedFact } from "../computed/types.ts";
import { isList, isObject } from "../path.ts";
import { EVERYWHERE } from "./range.ts";

/** Ports of a web server, which is there to be visited. */
const WEB = [80, 443];

/** Public where anything but a web server's ports is open to everybody. Absent where only those are open. */
export const lightsailPorts: ComputedFact = ({ resource }) => {
  const ports = isList(resource.values.port_info) ? resource.values.port_info : [];
  const others = ports.flatMap((port, at) => (isObject(port) && !isWeb(port) ? [{ port, at }] : []));
  const open = others.find(({ port }) => isOpen(port));
  const shown = open ?? others[0];
  if (!shown) return undefined;
  return {
    judged: { state: open ? "public" : "restricted" },
    found: `ports ${shown.port.from_port} to ${shown.port.to_port} for ${open ? "everybody" : "named ranges"}`,
    path: `port_info[${shown.at}]`,
  };
};

type Block = { readonly [key: string]: Value };

const isWeb = ({ from_port: from, to_port: to }: Block): boolean => from === to && WEB.includes(Number(from));
const listed = (value: Value | undefined): readonly Value[] => (isList(value) ? value : []);

/** Without any range the service opens a port to everybody. */
function isOpen(port: Block): boolean {
  const ranges = [...listed(port.cidrs), ...listed(port.ipv6_cidrs)];
  if (ranges.length === 0) return listed(port.cidr_list_aliases).length === 0;
  return ranges.some((range) => EVERYWHERE.has(String(range)));
}
