// Runtimes of AWS Lambda that get security patches.

/**
 * Last day of patches by runtime, as AWS announced it by February 2026. Older ones are left out: a runtime without patches is a
 * vulnerability with a date.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html
 */
export const RUNTIMES = {
  dotnet10: "2028-11-14",
  java21: "2029-06-30",
  java25: "2029-06-30",
  "nodejs22.x": "2027-04-30",
  "nodejs24.x": "2028-04-30",
  "provided.al2023": "2029-06-30",
  "python3.12": "2028-10-31",
  "python3.13": "2029-06-30",
  "ruby3.4": "2028-03-31",
} as const;

/** A runtime that gets security patches. */
export type Runtime = keyof typeof RUNTIMES;
