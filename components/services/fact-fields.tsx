"use client";

import { LinkRows } from "#components/services/link-rows";
import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";
import { RadioGroup } from "#components/ui/radio-group";
import { Select } from "#components/ui/select";
import { Textarea } from "#components/ui/textarea";
import type { ServiceView } from "#lib/services/queries";

type Facts = Pick<
  ServiceView,
  "description" | "type" | "tier" | "lifecycle" | "customerFacing" | "repository" | "links"
>;

const tiers = [
  { value: "", label: "not decided" },
  { value: "1", label: "1: everything stops without it" },
  { value: "2", label: "2: customers notice soon" },
  { value: "3", label: "3: it can wait for the morning" },
  { value: "4", label: "4: it can wait for days" },
];
const lifecycles = ["production", "experimental", "deprecated"];
const facing = [
  { value: "yes", label: "Customers notice when it fails" },
  { value: "no", label: "Only people inside notice" },
  { value: "", label: "Nobody has said" },
];

/** The fields for what is said of a service; those of a new one are empty. */
export function FactFields({ facts }: { facts?: Facts }) {
  const answer = facts?.customerFacing === true ? "yes" : facts?.customerFacing === false ? "no" : "";
  const links = (facts?.links ?? []).map(({ title, url, type = "" }) => ({ title, url, type }));
  return (
    <>
      <div id="description">
        <Field
          label="What it does"
          name="description"
          hint="In the words of whoever would be woken. The first paragraph stands under its name."
          isOptional
        >
          <Textarea defaultValue={facts?.description ?? ""} />
        </Field>
      </div>
      <div id="tier" className="grid max-w-[34rem] gap-5 sm:grid-cols-2">
        <Field label="Tier" name="tier">
          <Select defaultValue={String(facts?.tier ?? "")}>
            {tiers.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Lifecycle" name="lifecycle">
          <Select defaultValue={facts?.lifecycle ?? "production"}>
            {lifecycles.map((lifecycle) => (
              <option key={lifecycle}>{lifecycle}</option>
            ))}
          </Select>
        </Field>
      </div>
      <div id="customer-facing">
        <RadioGroup legend="Who notices" name="customerFacing" options={facing} defaultValue={answer} />
      </div>
      <div id="repository">
        <Field label="Repository" name="repository" hint="Where its code is: https://…" isOptional>
          <Input inputMode="url" defaultValue={facts?.repository ?? ""} />
        </Field>
      </div>
      <Field label="Kind" name="type" hint="Such as service, website or library." isOptional>
        <Input defaultValue={facts ? (facts.type ?? "") : "service"} />
      </Field>
      <LinkRows links={links} />
    </>
  );
}
