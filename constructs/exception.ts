// An exception written down beside the construct that needs it. It reaches the synthesised JSON, the gate and every report.

/** Kind of an exception; which kinds a control admits stands on its page (`docs/controls`). */
export type ExceptionKind = "addressable-decision" | "alternative-means" | "remediation";

/** What somebody answers for who accepts the fail of one control. All of it is printed in reports. */
export interface ExceptionProps {
  /** Id of the control whose fail is accepted: `logging.access`. */
  readonly control: string;
  /** On what ground: a decision on an addressable specification, other means that are named, or a dated mending. */
  readonly kind: ExceptionKind;
  /** Why the fail is accepted, one sentence. */
  readonly reason: string;
  /** What protects the data meanwhile, or where the alternative means can be seen. */
  readonly compensating: string;
  /** Who answers for the resource. */
  readonly owner: string;
  /** Who accepted the fail; not the owner. */
  readonly approvedBy: string;
  /** Last day on which the exception holds, ISO: `2027-03-31`. */
  readonly until: string;
}

/** Made by {@link exception} alone, so that a look-alike object cannot switch a safeguard off. */
export class Exception {
  /** @internal */
  constructor(readonly props: ExceptionProps) {}
}

/**
 * Accepts the fail of one control on one construct, loudly: the gate shows it as an accepted fail, never as a pass.
 *
 * @example
 * accessLogging: exception({
 *   control: "logging.access",
 *   kind: "alternative-means",
 *   reason: "the bucket holds public leaflets",
 *   compensating: "the trail of the organisation",
 *   owner: "portal-team",
 *   approvedBy: "security-official",
 *   until: "2026-12-31",
 * })
 * @throws {Error} on an empty text, an owner who approves, or a date that is none
 * @see 45 CFR 164.306(d)(3), documenting why an addressable specification is not implemented
 */
export function exception(props: ExceptionProps): Exception {
  for (const [name, value] of Object.entries(props))
    if (typeof value !== "string" || value.trim() === "")
      throw new Error(`exception: ${name} is empty, expected text (control ${props.control})`);
  if (props.owner === props.approvedBy)
    throw new Error(`exception: ${props.owner} owns and approves, expected two people (control ${props.control})`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(props.until) || new Date(props.until).toISOString().slice(0, 10) !== props.until)
    throw new Error(
      `exception: until is ${props.until}, expected a date such as 2027-03-31 (control ${props.control})`,
    );
  return new Exception(props);
}
