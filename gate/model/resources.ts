// The resources of a plan or state, in its two worlds.

import { PhiwardError } from "../error.ts";
import type {
  JsonObject,
  RawChange,
  RawConfigResource,
  RawPlan,
  RawStateModule,
  RawStateResource,
} from "../plan/types.ts";
import { type ConfigModule, rootModule } from "./config-index.ts";
import { type ModuleInstance, Modules } from "./modules.ts";
import { accountOfArn, Providers } from "./providers.ts";
import type { Action, Resource, Value } from "./types.ts";

/** A resource and what the model needs to answer for it. */
export interface Entry {
  readonly resource: Resource;
  readonly estate: Estate;
  readonly module: ModuleInstance;
  /** `aws_x.y` or `data.aws_x.y`. */
  readonly block: string;
  /** Its block of the configuration, where the plan holds it. */
  readonly written: RawConfigResource | undefined;
  /** `after_unknown`: true at paths known only after apply. */
  readonly unknown: Value | undefined;
  /** `after_sensitive`: its empty lists and objects show the shape of unknown collections. */
  readonly shape: Value | undefined;
  /** True where the configuration describes these values. */
  readonly configured: boolean;
}

/** One plan or state: the one under judgement, or one of the context. */
export class Estate {
  readonly plan: RawPlan;
  readonly config: ConfigModule | undefined;
  readonly modules: Modules;
  readonly providers: Providers;
  /** File name, for context only. */
  readonly context: string | undefined;

  constructor(plan: RawPlan, context?: string) {
    this.plan = plan;
    this.context = context;
    this.config = rootModule(plan.configuration);
    this.modules = new Modules(this.config);
    this.providers = new Providers(plan, context);
  }
}

export interface Worlds {
  readonly before: readonly Entry[];
  readonly after: readonly Entry[];
}

/**
 * Sorts a plan's resources into its two worlds.
 *
 * - before: what exists. Resources with a `before`, and data sources already read.
 * - after: what will exist. A deleted resource is gone; a forgotten one (`removed` with `destroy = false`) stays with the values it
 *   has, because the object goes on existing and only leaves Terraform's care: forgetting must not look like mending.
 * - What `-target` or `-refresh-only` leaves out of `resource_changes` is in the state, unchanged in both worlds.
 * - Deposed objects are remains of a replacement under way, deleted by this plan: they are in neither world.
 */
export function sortWorlds(estate: Estate): Worlds {
  const { plan } = estate;
  const before: Entry[] = [];
  const after: Entry[] = [];
  if (plan.header.kind === "state") {
    for (const { resource, module } of stateResources(plan.state)) {
      const entry = fromState(estate, resource, module);
      before.push(entry);
      after.push(entry);
    }
    return { before, after };
  }
  const seen = new Set<string>();
  const moved = new Set<string>();
  for (const change of plan.changes) {
    if (change.deposed !== undefined) continue;
    if (seen.has(change.address))
      throw new PhiwardError(
        "PLAN_SHAPE",
        `${plan.header.file}: ${change.address} occurs twice, expected each address once`,
      );
    seen.add(change.address);
    if (change.previous_address !== undefined) moved.add(change.previous_address);
    const action = actionOf(change.change.actions);
    const old = change.change.before;
    const coming = action === "forget" ? old : change.change.after;
    if (old !== null && old !== undefined) before.push(fromChange(estate, change, action, old, "before"));
    if (coming !== null && coming !== undefined)
      after.push(fromChange(estate, change, action, coming, action === "forget" ? "before" : "after"));
  }
  for (const { resource, module } of stateResources(plan.state)) {
    if (seen.has(resource.address) || moved.has(resource.address)) continue;
    const entry = fromState(estate, resource, module);
    before.push(entry);
    after.push(entry);
  }
  return { before, after };
}

function* stateResources(
  module: RawStateModule | undefined,
): Generator<{ resource: RawStateResource; module: string }> {
  if (module === undefined) return;
  for (const resource of module.resources ?? [])
    if (resource.deposed_key === undefined) yield { resource, module: module.address ?? "" };
  for (const child of module.child_modules ?? []) yield* stateResources(child);
}

function actionOf(actions: readonly string[]): Action {
  const [first, second] = actions;
  if (second !== undefined) return "replace";
  switch (first) {
    case "create":
    case "read":
    case "update":
    case "delete":
    case "forget":
      return first;
    default:
      return "no-op";
  }
}

function fromChange(
  estate: Estate,
  change: RawChange,
  action: Action,
  values: JsonObject,
  moment: "before" | "after",
): Entry {
  const after = moment === "after";
  const moved = change.previous_address !== undefined && change.previous_address !== change.address;
  return {
    ...entryOf(estate, change, change.module_address ?? "", values, {
      action,
      ...(action === "replace" && change.change.actions[0] === "create" ? { createBeforeDestroy: true } : {}),
      ...(moved ? { previousAddress: change.previous_address } : {}),
      ...(change.change.importing === undefined ? {} : { importing: true }),
    }),
    unknown: after ? change.change.after_unknown : undefined,
    shape: after ? change.change.after_sensitive : undefined,
    configured: after,
  };
}

function fromState(estate: Estate, raw: RawStateResource, module: string): Entry {
  const action = raw.mode === "data" ? "read" : "no-op";
  const found = entryOf(estate, raw, module, raw.values ?? {}, { action });
  return { ...found, unknown: undefined, shape: undefined, configured: false };
}

/** What a change and a resource of the state have in common. */
function entryOf(
  estate: Estate,
  raw: RawChange | RawStateResource,
  moduleAddress: string,
  values: JsonObject,
  fate: Pick<Resource, "action" | "createBeforeDestroy" | "previousAddress" | "importing">,
): Pick<Entry, "resource" | "estate" | "module" | "block" | "written"> {
  const { address, mode, type, name, index } = raw;
  const module = estate.modules.at(moduleAddress);
  const block = `${mode === "data" ? "data." : ""}${type}.${name}`;
  const written = module.config?.block(block);
  const resource: Resource = {
    address,
    mode,
    type,
    name,
    ...(index === undefined ? {} : { key: index }),
    module: module.address,
    provider: raw.provider_name ?? "",
    ...fate,
    ...place(estate, written, values),
    values,
    ...(estate.context === undefined ? {} : { context: estate.context }),
  };
  return { resource, estate, module, block, written };
}

/** Types whose `arn` is an argument that names something else, perhaps in another Region or account. */
const pointers = new Set([
  "aws_cloudwatch_event_target",
  "aws_lakeformation_resource",
  "aws_notifications_channel_association",
]);

/** The resource's own region (provider 6) and ARN come first, then its provider's configuration. */
function place(
  estate: Estate,
  written: RawConfigResource | undefined,
  values: JsonObject,
): Pick<Resource, "region" | "account" | "configuration" | "credentials"> {
  const provider = estate.providers.place(written?.provider_config_key);
  const arn =
    typeof values.arn === "string" && values.arn.startsWith("arn:") && !pointers.has(written?.type ?? "")
      ? values.arn
      : undefined;
  const region =
    (typeof values.region === "string" && values.region !== "" ? values.region : undefined) ??
    provider.region ??
    (arn?.split(":", 4)[3] || undefined);
  const account = (arn === undefined ? undefined : accountOfArn(arn)) ?? provider.account;
  return {
    ...(region === undefined ? {} : { region }),
    ...(account === undefined ? {} : { account }),
    ...(provider.configuration === undefined ? {} : { configuration: provider.configuration }),
    ...(provider.credentials === undefined ? {} : { credentials: provider.credentials }),
  };
}
