// The schema of phiward.yaml.

import { z } from "zod";

const text = z.string().min(1);
const texts = z.array(text).min(1);

/** Schema of `phiward.yaml`. Paths are relative to the file that names them. */
export const configSchema = z.strictObject({
  extends: z
    .union([text, texts])
    .optional()
    .describe(
      "Files whose settings hold where this one says nothing: a path that begins with a dot or a slash, or a file of an npm package (@clinic/phiward/phiward.yaml). Later ones win over earlier ones.",
    ),
  enforce: z
    .enum(["all", "introduced", "observe"])
    .optional()
    .describe("What blocks: every finding (default), only what the plan introduces or worsens, or nothing."),
  profile: text.optional().describe("Profile to judge by, default hipaa. A proposed rule is judged beside it."),
  dataClass: z
    .strictObject({
      tags: texts.optional().describe("Tag keys that carry the data class, in order of preference. Replaces the list."),
      values: z
        .strictObject({ ephi: texts.optional(), "ephi-derived": texts.optional(), none: texts.optional() })
        .optional()
        .describe("Tag values of each class. Each list given replaces the one before."),
      default: z
        .enum(["ephi", "ephi-derived", "none"])
        .optional()
        .describe("Class of what bears no label, default ephi."),
      approver: text
        .optional()
        .describe("Who decided that what bears no label is not ePHI. Required with such a default."),
    })
    .refine((value) => value.default === undefined || value.default === "ephi" || value.approver !== undefined, {
      error: "a default other than ephi is a decision: name its approver",
      path: ["default"],
    })
    .optional(),
  parameters: z
    .record(z.string(), z.union([z.number(), z.array(z.number())]))
    .optional()
    .describe("Parameters of the profile, within its bounds. Merged by name."),
  exceptions: text.optional().describe("The register of exceptions, default registers/exceptions.yaml."),
  recoveryObjectives: text
    .optional()
    .describe("The register of recovery objectives, default registers/recovery-objectives.yaml."),
  accounts: z
    .array(
      z.strictObject({
        id: z
          .string()
          .regex(
            /^(\d{12}|o-[a-z0-9]{10,32})$/,
            "must be the twelve digits of an account, in quotes, or the o-… of an organization",
          )
          .describe("Account, twelve digits in quotes, or organization, o-…."),
        owner: text.describe("Who answers for what the account may do here."),
        purpose: text.describe("What it is let in for."),
        own: z
          .boolean()
          .optional()
          .describe("Whether it is one of our own, so that roles ask it for no external id. Default false."),
      }),
    )
    .optional()
    .describe(
      "Accounts and organizations, beside those that a plan works in, that policies may let in, whose keys may be used and to which data may be sent. Added to those of extends.",
    ),
  regions: z
    .array(z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, "must be a Region of AWS, such as us-east-1"))
    .min(1)
    .optional()
    .describe(
      "Regions in which ePHI may lie, copies and logs included. Replaces the list of extends. Without it no Region is judged.",
    ),
  context: z
    .array(text)
    .optional()
    .describe("Other stacks' plans and states, and stated facts. Added to those of extends."),
  registers: z
    .enum(["required", "optional"])
    .optional()
    .describe("Whether a missing registers folder blocks. Default optional."),
});
export type ConfigFile = z.infer<typeof configSchema>;
