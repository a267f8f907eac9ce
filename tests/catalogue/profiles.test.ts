import { describe, expect, it } from "vitest";
import { loadCatalogue } from "../../catalogue/load.ts";
import { judgesBy, loadProfile, parameterFault, profileIds } from "../../catalogue/profiles.ts";

const profiles = profileIds.flatMap((id) => loadProfile(id) ?? []);

describe("profiles", () => {
  it("are the rule in force, hygiene beside it and a proposal that stands on it", () => {
    expect(profiles.map(({ id, inForce, base, admits }) => ({ id, inForce, base, admits }))).toEqual([
      {
        id: "hipaa",
        inForce: true,
        base: undefined,
        admits: ["addressable-decision", "alternative-means", "remediation"],
      },
      {
        id: "hygiene",
        inForce: true,
        base: "hipaa",
        admits: ["addressable-decision", "alternative-means", "remediation"],
      },
      { id: "nprm-2025", inForce: false, base: "hipaa", admits: ["alternative-means", "remediation"] },
    ]);
    expect(loadProfile("hitrust")).toBeUndefined();
  });

  it("hold every number that a control's expectation names, within its own bounds", () => {
    for (const profile of profiles) {
      const { id, parameters, definitions } = profile;
      for (const control of loadCatalogue().controls.filter((one) => judgesBy(profile, one)))
        for (const [, name = ""] of control.expected.matchAll(/\{([a-z_]+)\}/g))
          expect([id, control.id, name, Object.hasOwn(parameters, name)]).toEqual([id, control.id, name, true]);
      for (const [name, parameter] of Object.entries(definitions))
        expect([id, name, parameterFault(parameter, parameter.value)]).toEqual([id, name, undefined]);
    }
  });

  it("say where each number comes from", () => {
    for (const { definitions } of profiles)
      for (const [name, { basis, reason }] of Object.entries(definitions))
        expect([name, basis, reason.length > 40]).toEqual([name, expect.stringMatching(/^our choice$|^45 CFR /), true]);
  });
});

describe("parameterFault", () => {
  it("keeps numbers within their bounds and kinds", () => {
    const days = { value: 7, min: 1, max: 35, basis: "our choice", reason: "…" };
    const ports = { value: [443], min: 0, max: 65_535, basis: "our choice", reason: "…" };
    expect([
      parameterFault(days, 7),
      parameterFault(days, 0),
      parameterFault(days, 36),
      parameterFault(days, [7]),
    ]).toEqual([undefined, "must be at least 1, got 0", "must be at most 35, got 36", "expected a number"]);
    expect([parameterFault(ports, []), parameterFault(ports, [22, 70_000]), parameterFault(ports, 22)]).toEqual([
      undefined,
      "must be at most 65535, got 70000",
      "expected a list of numbers",
    ]);
  });
});
