// Module instances: `module.a["x"].module.b[0]`, with the configuration behind them.

import { type InstanceKey, moduleSteps } from "./address.ts";
import type { ConfigModule } from "./config-index.ts";
import { member } from "./value.ts";

export interface ModuleInstance {
  /** Absolute address with keys, `""` for the root. */
  readonly address: string;
  readonly config: ConfigModule | undefined;
  readonly parent: ModuleInstance | undefined;
  readonly call: string;
  readonly key?: InstanceKey;
}

/** The module instances that a plan mentions. */
export class Modules {
  readonly root: ModuleInstance;
  private readonly byAddress = new Map<string, ModuleInstance>();
  private readonly byCall = new Map<string, ModuleInstance[]>();

  constructor(config: ConfigModule | undefined) {
    this.root = { address: "", config, parent: undefined, call: "" };
    this.byAddress.set("", this.root);
  }

  /** Instance at an address, made on first sight. */
  at(address: string): ModuleInstance {
    const known = this.byAddress.get(address);
    if (known !== undefined) return known;
    let here = this.root;
    for (const { call, key } of moduleSteps(address)) here = this.child(here, call, key);
    this.byAddress.set(address, here);
    return here;
  }

  /** Known instances of a call in a module instance. A call without keys has one, even where it holds no resource. */
  instances(parent: ModuleInstance, call: string): readonly ModuleInstance[] {
    const known = this.byCall.get(`${parent.address}|${call}`);
    if (known !== undefined) return known;
    const raw = member(parent.config?.raw.module_calls, call);
    if (raw === undefined || raw.count_expression !== undefined || raw.for_each_expression !== undefined) return [];
    return [this.child(parent, call, undefined)];
  }

  private child(parent: ModuleInstance, call: string, key: InstanceKey | undefined): ModuleInstance {
    const suffix = key === undefined ? "" : typeof key === "number" ? `[${key}]` : `[${JSON.stringify(key)}]`;
    const address = `${parent.address === "" ? "" : `${parent.address}.`}module.${call}${suffix}`;
    const known = this.byAddress.get(address);
    if (known !== undefined) return known;
    const config = parent.config?.child(call);
    const made: ModuleInstance = { address, config, parent, call, ...(key === undefined ? {} : { key }) };
    this.byAddress.set(address, made);
    const group = `${parent.address}|${call}`;
    const siblings = this.byCall.get(group);
    if (siblings === undefined) this.byCall.set(group, [made]);
    else siblings.push(made);
    return made;
  }
}
