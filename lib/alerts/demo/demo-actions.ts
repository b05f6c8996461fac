"use server";

import { redirect } from "next/navigation";
import { raiseDemoAlert } from "#lib/alerts/demo/demo-commands";
import { requireViewer } from "#lib/auth/viewer";

export async function raiseDemoAlertAction(): Promise<void> {
  redirect(`/alerts/${await raiseDemoAlert(await requireViewer())}`);
}
