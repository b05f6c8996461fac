"use client";

import { Combobox as BaseCombobox } from "@base-ui/react/combobox";
import { useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import { classNames } from "#components/ui/class-name";
import { controlStyle, lineStyle } from "#components/ui/control-style";
import type { useControl } from "#components/ui/form-context";
import { itemStyle, popupStyle } from "#components/ui/layer-style";
import { usePortalContainer } from "#components/ui/use-portal-container";
import { type ComboboxOption, type Suggest, useSuggestions } from "#components/ui/use-suggestions";

export type SuggestingProps = {
  control: ReturnType<typeof useControl>;
  initial: ComboboxOption | undefined;
  suggest: Suggest;
  offered: readonly ComboboxOption[] | undefined;
  onChoose: ((option: ComboboxOption | null) => void) | undefined;
  placeholder: string | undefined;
  className: string | undefined;
};

/** How somebody came to the field while its list was still on its way, and what they have typed meanwhile. */
type Arrival = { isFocused: boolean; wantsList: boolean; typed: string | undefined };

/** A combobox with its list. */
export function Suggesting(props: SuggestingProps & { arrival: Arrival }) {
  const { control, initial, suggest, offered, onChoose, placeholder, className, arrival } = props;
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState<ComboboxOption | null>(arrival.typed === "" ? null : (initial ?? null));
  const { options, message, ask } = useSuggestions(suggest, offered);
  const container = usePortalContainer();
  const field = useRef<HTMLInputElement>(null);
  const { name, required, ...input } = control;

  const arrive = useEffectEvent(() => {
    if (!arrival.isFocused) return;
    field.current?.focus();
    if (arrival.typed !== undefined) ask(arrival.typed);
    if (arrival.wantsList || arrival.typed !== undefined) setOpen(true);
  });
  // Before the next key arrives.
  useLayoutEffect(() => arrive(), []);

  return (
    <BaseCombobox.Root<ComboboxOption>
      items={options}
      filter={null}
      name={name}
      required={required}
      value={chosen}
      defaultInputValue={arrival.typed ?? initial?.label}
      open={isOpen}
      onOpenChange={setOpen}
      itemToStringLabel={(option) => option.label}
      itemToStringValue={(option) => option.value}
      isItemEqualToValue={(one, other) => one.value === other.value}
      onValueChange={(option) => {
        setChosen(option);
        onChoose?.(option);
      }}
      onInputValueChange={(text, { reason }) => {
        if (reason === "input-change" || reason === "input-clear") ask(text);
      }}
    >
      <BaseCombobox.Input
        {...input}
        ref={field}
        placeholder={placeholder}
        className={classNames(controlStyle, lineStyle, className)}
      />
      {isOpen && (
        <BaseCombobox.Portal container={container}>
          <BaseCombobox.Positioner sideOffset={4} collisionPadding={8} className="z-50 outline-none">
            {/* Not a Popup: that would hide the rest of the page, this field\'s own label included. */}
            <div className={classNames(popupStyle, "w-(--anchor-width)")}>
              <BaseCombobox.Status className="px-2.5 text-ink-faint text-small not-empty:py-1.5">
                {message}
              </BaseCombobox.Status>
              <BaseCombobox.List className="max-h-80">
                {(option: ComboboxOption) => (
                  <BaseCombobox.Item key={option.value} value={option} className={itemStyle}>
                    <span>{option.label}</span>
                    {option.detail && <span className="text-right text-ink-faint text-small">{option.detail}</span>}
                  </BaseCombobox.Item>
                )}
              </BaseCombobox.List>
            </div>
          </BaseCombobox.Positioner>
        </BaseCombobox.Portal>
      )}
    </BaseCombobox.Root>
  );
}
