// The configuration of a plan, found by module and block.

import type { RawConfigModule, RawConfigResource, RawConfiguration, RawModuleCall } from "../plan/types.ts";
import { member } from "./value.ts";

/** One module of the configuration; every call of a module has its own. */
export class ConfigModule {
  /** Address without instance keys: `module.a.module.b`, `""` for the root. */
  readonly address: string;
  readonly raw: RawConfigModule;
  readonly parent: ConfigModule | undefined;
  /** How the parent calls it. */
  readonly call: RawModuleCall | undefined;
  private blocks: Map<string, RawConfigResource> | undefined;
  private counted: ReadonlySet<string> | undefined;
  private readonly children = new Map<string, ConfigModule | undefined>();

  constructor(address: string, raw: RawConfigModule, parent?: ConfigModule, call?: RawModuleCall) {
    this.address = address;
    this.raw = raw;
    this.parent = parent;
    this.call = call;
  }

  /** Block by `aws_x.y` or `data.aws_x.y`. */
  block(name: string): RawConfigResource | undefined {
    if (this.blocks === undefined) {
      this.blocks = new Map();
      for (const block of this.raw.resources ?? [])
        this.blocks.set(`${block.mode === "data" ? "data." : ""}${block.type}.${block.name}`, block);
    }
    return this.blocks.get(name);
  }

  /**
   * Whether a local value of this module decides a `count`. Terraform must know it while planning, so it is not what makes an
   * attribute unknown.
   */
  isCounted(local: string): boolean {
    if (this.counted === undefined) {
      const calls = Object.values(this.raw.module_calls ?? {});
      const counts = [...(this.raw.resources ?? []), ...calls].map((one) => one.count_expression?.references ?? []);
      this.counted = new Set(counts.flat());
    }
    return this.counted.has(local);
  }

  child(call: string): ConfigModule | undefined {
    if (!this.children.has(call)) {
      const raw = member(this.raw.module_calls, call);
      const address = this.address === "" ? `module.${call}` : `${this.address}.module.${call}`;
      this.children.set(call, raw?.module === undefined ? undefined : new ConfigModule(address, raw.module, this, raw));
    }
    return this.children.get(call);
  }
}

/** Root of the configuration, where the plan has one. */
export function rootModule(configuration: RawConfiguration | undefined): ConfigModule | undefined {
  return configuration?.root_module === undefined ? undefined : new ConfigModule("", configuration.root_module);
}
