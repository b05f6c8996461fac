"use client";

import { Combobox as BaseCombobox } from "@base-ui/react/combobox";
import { type ComponentProps, useState } from "react";
import { classNames } from "#components/ui/class-name";
import { controlStyle, lineStyle } from "#components/ui/control-style";
import { useControl, useTyped } from "#components/ui/form-context";
import { Input } from "#components/ui/input";
import { itemStyle, popupStyle } from "#components/ui/layer-style";
import { useHydrated } from "#components/ui/use-hydrated";
import { usePortalContainer } from "#components/ui/use-portal-container";
import { type ComboboxOption, type Suggest, useSuggestions } from "#components/ui/use-suggestions";

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
    <Suggesting
      control={control}
      initial={initial}
      suggest={suggest}
      offered={offered}
      onChoose={onChoose}
      placeholder={props.placeholder}
      className={className}
    />
  );
}

type SuggestingProps = Pick<ComboboxProps, "suggest" | "offered" | "onChoose" | "placeholder" | "className"> & {
  control: ReturnType<typeof useControl>;
  initial: ComboboxOption | undefined;
};

function Suggesting({ control, initial, suggest, offered, onChoose, placeholder, className }: SuggestingProps) {
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState<ComboboxOption | null>(initial ?? null);
  const { options, message, ask } = useSuggestions(suggest, offered);
  const container = usePortalContainer();
  const { name, required, ...input } = control;

  return (
    <BaseCombobox.Root<ComboboxOption>
      items={options}
      filter={null}
      name={name}
      required={required}
      value={chosen}
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
