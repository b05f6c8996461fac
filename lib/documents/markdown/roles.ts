const roles = ["meaning", "impact", "diagnosis", "mitigation"] as const;

/** The four parts of a runbook, in the order in which they are written. */
export type Role = (typeof roles)[number];

/** Which part of a runbook stands under `heading`, whatever its case, number or punctuation: "3. MITIGATION:". */
export function roleOf(heading: string): Role | undefined {
  const word = heading
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, " ")
    .trim();
  return roles.find((role) => role === word);
}

/** Whether a note says under `heading` what it takes for granted: "What it assumes", "Assumptions". */
export const isAboutAssumptions = (heading: string): boolean => /\bassum(?:e[sd]?|ing|ptions?)\b/i.test(heading);
