// What every renderer is given beside the assessments.

import type picocolors from "picocolors";
import type { Control, Safeguard } from "../catalogue/types.ts";
import type { Assessment } from "../gate/assessment.ts";

export type Colors = ReturnType<typeof picocolors.createColors>;

export interface RenderOptions {
  /** Controls of the bundle that judged, for their titles, reasons and sources. */
  readonly catalogue: readonly Control[];
  /** Safeguards in the order of the rule. */
  readonly safeguards: readonly Safeguard[];
  /**
   * Colours of the terminal format; the caller looks at the stream and at `NO_COLOR`.
   *
   * @default - no colours
   */
  readonly colors?: Colors | undefined;
  /** Columns of the terminal. @default 100 */
  readonly width?: number | undefined;
  /**
   * Folder of `--source` relative to the root of the repository: put before each file in SARIF, because GitHub reads
   * paths from that root.
   *
   * @default - the files are relative to the root already
   */
  readonly sourceRoot?: string | undefined;
  /**
   * Working directory of the synthesis relative to the root of the repository: put before the files of a program, the locations
   * with a column.
   *
   * @default - the files are relative to the root already
   */
  readonly programRoot?: string | undefined;
  /**
   * File of the repository, relative to its root, that SARIF names (without a line) for a finding of which no line is known.
   * GitHub refuses a whole file with one finding that names none.
   *
   * @default - such a finding has only a logical location
   */
  readonly anchor?: string | undefined;
}

/** A pure function of the assessments: same input, same bytes. */
export type Renderer = (assessments: readonly Assessment[], options: RenderOptions) => string;
