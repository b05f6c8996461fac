"use client";

import { type ComponentProps, useRef, useState } from "react";
import type { SuggestingProps } from "#components/ui/combobox-suggesting";
import { useControl, useTyped } from "#components/ui/form-context";
import { Input } from "#components/ui/input";
import { useHydrated } from "#components/ui/use-hydrated";
import type { ComboboxOption, Suggest } from "#components/ui/use-suggestions";

type ComboboxProps = Pick<ComponentProps<"input">, "id" | "name" | "placeholder" | "required" | "className"> & {
  /** Asked while the reader types; at most a few dozen options, best first. */
  suggest: Suggest;
  /** Shown before anything is typed, such as the people of a team. */
  offered?: readonly ComboboxOption[];
  defaultOption?: ComboboxOption;
  onChoose?: (option: ComboboxOption | null) => void;
};

/** Finds one thing by typing and sends its `value`. Without JavaScript the value itself is typed, and the hint should say so. */
export function Combobox({ suggest, offered, defaultOption, onChoose, className, ...props }: ComboboxProps) {
  const isHydrated = useHydrated();
  const control = useControl(props);
  const typed = useTyped(control.name)?.[0];

  if (!isHydrated) {
    return <Input {...props} defaultValue={defaultOption?.value} autoComplete="off" className={className} />;
  }
  const initial = typed && typed !== defaultOption?.value ? { value: typed, label: typed } : defaultOption;
  return (
    <OnceNeeded {...{ control, initial, suggest, offered, onChoose, className }} placeholder={props.placeholder} />
  );
}

type Suggesting = typeof import("#components/ui/combobox-suggesting").Suggesting;
let suggesting: Suggesting | undefined;

/**
 * The list of suggestions weighs more than the rest of a form, so it is fetched when somebody comes to the field.
 * Until it is there the field takes what is typed, hands it over, and keeps the focus. Should it never come, what was
 * typed is sent.
 */
function OnceNeeded(props: SuggestingProps) {
  const { control, initial, placeholder, className } = props;
  const [Loaded, setLoaded] = useState(() => suggesting);
  const [text, setText] = useState(initial?.label ?? "");
  const comes = useRef({ isFocused: false, wantsList: false });

  if (Loaded) {
    const typed = text === (initial?.label ?? "") ? undefined : text;
    return <Loaded {...props} arrival={{ ...comes.current, typed }} />;
  }

  function fetchList() {
    void import("#components/ui/combobox-suggesting").then((list) => {
      suggesting = list.Suggesting;
      setLoaded(() => list.Suggesting);
    });
  }

  const { name, ...input } = control;
  return (
    <>
      {name && <input type="hidden" name={name} value={text === initial?.label ? initial.value : text} />}
      <Input
        {...input}
        name=""
        role="combobox"
        aria-expanded={false}
        aria-autocomplete="list"
        autoComplete="off"
        value={text}
        placeholder={placeholder}
        className={className}
        onChange={({ target }) => setText(target.value)}
        onPointerEnter={fetchList}
        onPointerDown={() => {
          comes.current.wantsList = true;
        }}
        onKeyDown={({ key }) => {
          if (key === "ArrowDown" || key === "ArrowUp") comes.current.wantsList = true;
        }}
        onFocus={() => {
          comes.current.isFocused = true;
          fetchList();
        }}
        onBlur={() => {
          comes.current = { isFocused: false, wantsList: false };
        }}
      />
    </>
  );
}
