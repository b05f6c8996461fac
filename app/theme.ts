import { cookies } from "next/headers";

export type Theme = "light" | "dark";

/** The colour of the browser around a page. */
export const paper: Record<Theme | "night", string> = { light: "#fafcfd", dark: "#0f1319", night: "#070504" };

/** What the reader has chosen over what their system says, if anything. */
export async function chosenTheme(): Promise<Theme | undefined> {
  const theme = (await cookies()).get("theme")?.value;
  return theme === "light" || theme === "dark" ? theme : undefined;
}
