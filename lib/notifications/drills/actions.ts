"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "#lib/action";
import { testPager } from "#lib/notifications/drills/commands";

export const testPagerAction = formAction(z.object({}), async (viewer) => {
  await testPager(viewer);
  redirect("/account/contact-methods?tested=1#test");
});
