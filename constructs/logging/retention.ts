// For how long logs stay.

/**
 * Six years, with two leap days. 164.316(b)(2)(i) asks it of documentation; that logs count as such is our choice.
 *
 * @see 45 CFR 164.316(b)(2)(i), time limit (required)
 */
export const LOG_RETENTION_DAYS = 2192;
