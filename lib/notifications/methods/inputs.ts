import { z } from "zod";
import { Email, HttpUrl, isStorable } from "#lib/fields";
import { type ContactKind, contactKinds } from "#lib/notifications/contact-kinds";

const Label = z
  .string()
  .trim()
  .max(60, "Use at most 60 characters.")
  .refine(isStorable, "Leave out characters that are no text.")
  .optional();

const HttpsUrl = HttpUrl.refine(
  (url) => URL.parse(url)?.username === "",
  "Leave user and password out of the address.",
);

const PhoneNumber = z
  .string("Write the number with its country, such as +351 21 000 0000.")
  .transform((text) => text.replaceAll(/[\s().-]+/g, ""))
  .pipe(z.string().regex(/^\+[1-9]\d{6,14}$/, "Write the number with its country, such as +351 21 000 0000."));

const Base64Url = z
  .string()
  .max(300)
  .regex(/^[A-Za-z0-9_-]+=*$/, "This browser gave no usable key.");

const targets = {
  email: z.object({ address: Email }),
  ntfy: z.object({
    server: HttpsUrl.default("https://ntfy.sh"),
    topic: z
      .string()
      .trim()
      .regex(/^[-_A-Za-z0-9]{1,64}$/, "Use letters, digits, - and _ only, at most 64."),
    token: z
      .string()
      .trim()
      .max(200)
      .optional()
      .transform((token) => token || undefined),
  }),
  "web-push": z.object({ endpoint: HttpsUrl, p256dh: Base64Url, auth: Base64Url }),
  webhook: z.object({ url: HttpsUrl }),
  slack: z.object({ url: HttpsUrl }),
  sms: z.object({ number: PhoneNumber }),
  voice: z.object({ number: PhoneNumber }),
  pagerduty: z.object({
    routingKey: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9]{32}$/, "An integration key has 32 letters and digits."),
  }),
} as const satisfies Record<ContactKind, z.ZodType>;

/** The fields of a new contact method; which of them count depends on its kind. */
export const AddMethodInput = z
  .looseObject({ kind: z.enum(contactKinds, "Choose a kind."), label: Label })
  .transform(({ kind, label, ...fields }, context) => {
    const target = targets[kind].safeParse(fields);
    if (!target.success) {
      for (const { path, message } of target.error.issues) context.addIssue({ code: "custom", path, message });
      return z.NEVER;
    }
    const entries = Object.entries(target.data).filter((entry): entry is [string, string] => entry[1] !== undefined);
    return { kind, label: label || null, target: Object.fromEntries(entries) };
  });
export type AddMethodInput = z.output<typeof AddMethodInput>;

const method = z.guid("There is no such contact method.");

export const OneMethod = z.object({ method });
export type OneMethod = z.output<typeof OneMethod>;

export const VerifyMethodInput = z.object({
  method,
  code: z
    .string()
    .transform((text) => text.replaceAll(/\s+/g, ""))
    .pipe(z.string().regex(/^\d{6}$/, "The code has six figures.")),
});
export type VerifyMethodInput = z.output<typeof VerifyMethodInput>;

export const MethodRuleInput = z.object({
  method,
  label: Label,
  afterMinutes: z.coerce.number("Choose when.").int("Choose when.").min(0, "Choose when.").max(1440, "A day at most."),
  hours: z.enum(["always", "night", "day"], "Choose when."),
});
export type MethodRuleInput = z.output<typeof MethodRuleInput>;

export const MoveMethodInput = z.object({ method, direction: z.enum(["up", "down"]) });
export type MoveMethodInput = z.output<typeof MoveMethodInput>;
