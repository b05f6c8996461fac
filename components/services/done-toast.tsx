"use client";

import { useEffect, useRef } from "react";
import { idle } from "#components/ui/form-context";
import { showToast } from "#components/ui/toast";
import { restoreServiceAction, retireServiceAction } from "#lib/services/actions";

const said = {
  retired: { title: "Retired.", undo: restoreServiceAction },
  restored: { title: "Brought back.", undo: retireServiceAction },
};

/** Says once what was just done to the service, with a way back, and takes the word for it out of the address. */
export function DoneToast({ service, done }: { service: string; done: string | string[] | undefined }) {
  const isSaid = useRef(false);
  useEffect(() => {
    if ((done !== "retired" && done !== "restored") || isSaid.current) return;
    isSaid.current = true;
    const { title, undo } = said[done];
    window.history.replaceState(null, "", window.location.pathname);
    const form = new FormData();
    form.set("service", service);
    showToast({ title, action: { label: "Undo", onClick: () => void undo(idle, form) } });
  }, [done, service]);
  return null;
}
