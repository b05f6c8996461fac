"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { Search } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type ClipboardEvent, useRef } from "react";
import { pasteAddress } from "#components/search/paste-address";
import { type PaletteGroup, type PaletteItem, usePalette } from "#components/search/use-palette";
import { carryText } from "#components/signatures/carried-text";
import { classNames } from "#components/ui/class-name";
import { KeyHint } from "#components/ui/key-hint";
import { backdropStyle, dialogStyle, itemStyle } from "#components/ui/layer-style";

const longestQuery = 200;

type PaletteProps = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void };

/** Finds a service, a team, a person, what is written or a room of the portal from anywhere, by the keyboard all the way. */
export function Palette({ isOpen, onOpenChange }: PaletteProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => onOpenChange(open)}>
      <Dialog.Portal>
        <Dialog.Backdrop className={backdropStyle} />
        <Dialog.Popup
          initialFocus={input}
          className={classNames(
            dialogStyle,
            "flex flex-col overflow-hidden! p-0! max-sm:top-4 max-sm:bottom-auto max-sm:mx-2 max-sm:w-auto max-sm:rounded-control",
          )}
        >
          <Dialog.Title className="sr-only">Find anything</Dialog.Title>
          <Finder input={input} onChoose={() => onOpenChange(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Finder({ input, onChoose }: { input: React.RefObject<HTMLInputElement | null>; onChoose: () => void }) {
  const { query, ask, groups, message } = usePalette();
  const router = useRouter();

  /** An error is no name: it is looked up where there is room for it. */
  function takePasted(event: ClipboardEvent<HTMLInputElement>) {
    const text = event.clipboardData.getData("text/plain");
    if (!/\n/.test(text.trim()) && text.length <= longestQuery) return;
    event.preventDefault();
    router.push(pasteAddress);
    carryText(pasteAddress, text);
    onChoose();
  }

  return (
    <Autocomplete.Root
      inline
      open
      items={groups}
      filter={null}
      mode="none"
      value={query}
      onValueChange={(text, { reason }) => {
        if (reason === "input-change" || reason === "input-clear") ask(text);
      }}
      autoHighlight="always"
      itemToStringValue={(item: PaletteItem) => item.name}
    >
      <div className="relative border-b">
        <Search
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 left-4 size-4 -translate-y-1/2 text-ink-faint"
        />
        <Autocomplete.Input
          ref={input}
          aria-label="Find a service, team, rotation, person, document, signature or page"
          placeholder="Find anything"
          enterKeyHint="go"
          maxLength={longestQuery}
          onPaste={takePasted}
          className="w-full bg-sheet py-3.5 pr-4 pl-11 text-large outline-none placeholder:text-ink-faint"
        />
      </div>
      <Autocomplete.List className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-2 not-empty:border-b">
        {(group: PaletteGroup) => <Group key={group.label} group={group} onChoose={onChoose} />}
      </Autocomplete.List>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 px-4 py-2.5">
        <Autocomplete.Status className="text-ink-soft text-small">{message}</Autocomplete.Status>
        <span className="flex gap-3">
          <KeyHint keys={["↑", "↓"]}>choose</KeyHint>
          <KeyHint keys={["↵"]}>open</KeyHint>
          <KeyHint keys={["Esc"]}>close</KeyHint>
        </span>
      </div>
    </Autocomplete.Root>
  );
}

function Group({ group, onChoose }: { group: PaletteGroup; onChoose: () => void }) {
  return (
    <Autocomplete.Group items={group.items} className="mb-2 last:mb-0">
      <Autocomplete.GroupLabel className="px-2.5 pt-1 pb-0.5 font-semibold text-ink-faint text-small">
        {group.label}
      </Autocomplete.GroupLabel>
      <Autocomplete.Collection>
        {(item: PaletteItem) => (
          <Autocomplete.Item
            key={`${item.url} ${item.name}`}
            value={item}
            onClick={onChoose}
            render={<Link href={item.url} prefetch={false} />}
            className={classNames(itemStyle, "flex-wrap gap-x-4 gap-y-0")}
          >
            <span className="wrap-anywhere">{item.name}</span>
            {item.detail && <span className="min-w-0 text-ink-soft text-small">{item.detail}</span>}
          </Autocomplete.Item>
        )}
      </Autocomplete.Collection>
    </Autocomplete.Group>
  );
}
