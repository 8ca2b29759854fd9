/**
 * Dates as plain sortable text, because that is what a document keeps, a form edits and a file says.
 *
 * - `Day`: a calendar day, `2026-11-23`.
 * - `PartialDate`: what one knows of a birthday: `1985-04-12`, `--04-12` (no year), `1985-04`, `1985`,
 *   or `~1985` (about, as when only an age was given).
 * - `When`: when something happened, as precisely as one remembers: `2026-11-22T19:30` (local time), a day,
 *   `2026-11`, `2026`, each with a leading `~` for "about".
 * - `Instant`: a moment, milliseconds since 1970 UTC.
 */
export type Day = string;
export type PartialDate = string;
export type When = string;
export type Instant = number;
