import { expect, type Page } from "@playwright/test";

/** Opens the palette by its key, and gives its field. */
export async function openPalette(page: Page) {
  // The page answers to the key once React has taken over. Pressed again, it keeps open what is on its way.
  await expect(async () => {
    await page.keyboard.press("ControlOrMeta+k");
    await expect(page.getByRole("dialog", { name: "Find anything" })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  return page.getByRole("combobox", { name: "Find a service, team, rotation, person, document, signature or page" });
}
