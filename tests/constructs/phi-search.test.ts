import { describe, expect, it } from "vitest";
import { z } from "zod";
import { PhiNetwork, PhiSearch } from "../../constructs/index.ts";
import { type Places, places, refused, written } from "./places.ts";

const networkIn = ({ stack }: Pick<Places, "stack">): PhiNetwork => new PhiNetwork(stack, "Net", { services: [] });
const administrator = "search-administrator";

describe("a search domain is refused", () => {
  it.each([
    [{ nodes: 2 }, "NODES_OUT_OF_RANGE", "nodes must be a multiple of 3 up to 80, got 2 (portal/Index)"],
    [{ nodes: 4 }, "NODES_OUT_OF_RANGE", "nodes must be a multiple of 3 up to 80, got 4"],
    [{ storageGiB: 9 }, "STORAGE_OUT_OF_RANGE", "storageGiB must be 10 to 1024, got 9"],
    [{ instanceType: "t3.small.search" }, "INSTANCE_TYPE_INVALID", "other than t2 and t3, got t3.small.search"],
    [{ instanceType: "m7g.large" }, "INSTANCE_TYPE_INVALID", "instanceType must be a .search type"],
    [{ administrator: "arn:aws:iam::111122223333:role/*" }, "CUSTODIAN_INVALID", "is no IAM role"],
    [{ administrator: "arn:aws:iam::111122223333:root" }, "CUSTODIAN_INVALID", "is no IAM role"],
  ])("with %o", (props, code, message) => {
    refused(
      (place) => new PhiSearch(place.stack, "Index", { network: networkIn(place), administrator, ...props }),
      code,
      message,
    );
  });
});

describe("a search domain", () => {
  const domain = () => {
    const place = places();
    new PhiSearch(place.stack, "Index", { network: networkIn(place), administrator });
    return written(place);
  };
  const parsed = (text: unknown): unknown => JSON.parse(z.string().parse(text));

  it("hears signed requests of its account only, and knows no users of its own", () => {
    const values = domain().get("Index/Resource");
    expect(parsed(values?.access_policies)).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "AccountRequests",
          Effect: "Allow",
          Principal: { AWS: ["arn:aws:iam::111122223333:root"] },
          Action: ["es:ESHttp*"],
          Resource: ["arn:aws:es:us-east-1:111122223333:domain/portal-index/*"],
        },
      ],
    });
    expect(values?.advanced_security_options).toEqual({
      enabled: true,
      anonymous_auth_enabled: false,
      internal_user_database_enabled: false,
      master_user_options: { master_user_arn: "arn:aws:iam::111122223333:role/search-administrator" },
    });
  });

  it("lets OpenSearch write into its log groups for this domain alone", () => {
    const groups = ["application", "audit", "indexing", "search"];
    expect(parsed(domain().get("Index/LogPolicy")?.policy_document)).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "DomainLogs",
          Effect: "Allow",
          Principal: { Service: ["es.amazonaws.com"] },
          Action: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:PutLogEventsBatch"],
          Resource: groups.map(
            (log) => `arn:aws:logs:us-east-1:111122223333:log-group:/aws/opensearch/portal-index/${log}:*`,
          ),
          Condition: {
            StringEquals: { "aws:SourceAccount": "111122223333" },
            ArnLike: { "aws:SourceArn": "arn:aws:es:us-east-1:111122223333:domain/portal-index" },
          },
        },
      ],
    });
  });

  it("takes TLS 1.2 or later with forward secrecy", () => {
    expect(domain().get("Index/Resource")?.domain_endpoint_options).toEqual({
      enforce_https: true,
      tls_security_policy: "Policy-Min-TLS-1-2-PFS-2023-10",
    });
  });

  it("keeps its name within 28 characters", () => {
    const place = places();
    const { name } = new PhiSearch(place.stack, "Patients".repeat(4), { network: networkIn(place), administrator });
    expect(name).toMatch(/^portal-patients-[a-z-]+-[0-9a-f]{6}$/);
    expect(name).toHaveLength(28);
  });
});
