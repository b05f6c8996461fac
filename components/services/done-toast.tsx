"use client";

import { idle } from "#components/ui/form-context";
import { showToast } from "#components/ui/toast";
import { useDoneWord } from "#components/ui/use-done-word";
import { restoreServiceAction, retireServiceAction } from "#lib/services/actions";

const said = {
  retired: { title: "Retired.", undo: restoreServiceAction },
  restored: { title: "Brought back.", undo: retireServiceAction },
};

/** Says once what was just done to the service, with a way back. */
export function DoneToast({ service, done }: { service: string; done: string | string[] | undefined }) {
  useDoneWord(() => {
    if (done !== "retired" && done !== "restored") return;
    const { title, undo } = said[done];
    const form = new FormData();
    form.set("service", service);
    showToast({ title, action: { label: "Undo", onClick: () => void undo(idle, form) } });
  });
  return null;
}
