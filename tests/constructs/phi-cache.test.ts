import { describe, expect, it } from "vitest";
import { PhiCache, PhiNetwork } from "../../constructs/index.ts";
import { type Places, places, refused, written } from "./places.ts";

const networkIn = ({ stack }: Pick<Places, "stack">): PhiNetwork => new PhiNetwork(stack, "Net", { services: [] });

describe("a cache", () => {
  it.each([1, 7, 2.5])("is refused with %d nodes", (nodes) => {
    refused(
      (place) => new PhiCache(place.stack, "Sessions", { network: networkIn(place), nodes }),
      "NODES_OUT_OF_RANGE",
      `nodes must be 2 to 6, got ${nodes} (portal/Sessions)`,
    );
  });

  it("knows no password: its one user logs in with IAM and cannot administer it", () => {
    const place = places();
    const cache = new PhiCache(place.stack, "Sessions", { network: networkIn(place) });
    const resources = written(place);
    expect(resources.get("Sessions/User")).toMatchObject({
      user_id: "portal-sessions",
      user_name: "portal-sessions",
      authentication_mode: { type: "iam" },
      access_string: "on ~* &* +@all -@admin -@dangerous +info",
    });
    expect(JSON.stringify([...resources.values()])).not.toMatch(/auth_token|"passwords?"/);
    expect(cache.arn).toBe("arn:aws:elasticache:us-east-1:111122223333:replicationgroup:portal-sessions");
  });

  it("takes TLS only and has a node that takes over in another zone", () => {
    const place = places();
    new PhiCache(place.stack, "Sessions", { network: networkIn(place) });
    expect(written(place).get("Sessions/Resource")).toMatchObject({
      transit_encryption_enabled: true,
      transit_encryption_mode: "required",
      num_cache_clusters: 2,
      automatic_failover_enabled: true,
      multi_az_enabled: true,
    });
  });

  it("keeps its id within 40 characters", () => {
    const place = places();
    const cache = new PhiCache(place.stack, "Sessions".repeat(6), { network: networkIn(place) });
    expect(cache.identifier).toMatch(/^portal-sessions.*-[0-9a-f]{6}$/);
    expect(cache.identifier).toHaveLength(40);
  });
});
