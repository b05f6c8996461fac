import "server-only";
import { z } from "zod";

/** A setting that is missing or wrong. The message is one line that names the variable. */
export class WrongSetting extends Error {}

const optional = z.string().trim().min(1).optional();

const Settings = z.object({
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: "must be an address such as postgres://user:secret@host/database" })
    .optional(),
  WATCHBILL_DATA_DIR: z.string().default(".watchbill"),
  PORT: z.coerce.number({ error: "must be a port number" }).int().min(0).max(65_535).default(3000),
  HOST: optional,
  AUTH_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  AUTH_URL: z
    .url({ protocol: /^https?$/, error: "must be the address people use, such as https://watchbill.example.com" })
    .optional(),
  AUTH_OIDC_ISSUER: z.url({ protocol: /^https?$/, error: "must be the issuer's address" }).optional(),
  AUTH_OIDC_ID: optional,
  AUTH_OIDC_SECRET: optional,
  AUTH_OIDC_NAME: z.string().trim().min(1).default("Single sign-on"),
  AUTH_GITHUB_ID: optional,
  AUTH_GITHUB_SECRET: optional,
  AUTH_GOOGLE_ID: optional,
  AUTH_GOOGLE_SECRET: optional,
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: "must be an address such as smtps://user:secret@host:465" })
    .optional(),
  MAIL_FROM: optional,
  TWILIO_ACCOUNT_SID: optional,
  TWILIO_AUTH_TOKEN: optional,
  TWILIO_FROM: optional,
  TWILIO_BASE_URL: z
    .url({ protocol: /^https?$/, error: "must be an address such as https://api.twilio.com" })
    .default("https://api.twilio.com"),
  PAGERDUTY_BASE_URL: z
    .url({ protocol: /^https?$/, error: "must be an address such as https://events.pagerduty.com" })
    .default("https://events.pagerduty.com"),
  AUTH_ALLOWED_DOMAINS: z
    .string()
    .default("")
    .transform((list) =>
      list
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean),
    ),
  WATCHBILL_ADMIN_EMAIL: z.email({ error: "must be an e-mail address" }).toLowerCase().optional(),
  WATCHBILL_DEMO: z.enum(["0", "1"], { error: "must be 0 or 1" }).optional(),
  WATCHBILL_BOOTSTRAP_TOKEN: z.string().min(32, "must have at least 32 characters").optional(),
  WATCHBILL_ALLOW_PRIVATE_TARGETS: z.string().default(""),
  WATCHBILL_HEARTBEAT_URL: z.url({ protocol: /^https?$/, error: "must be an http or https address" }).optional(),
  WATCHBILL_CHECK_LINKS: z.enum(["0", "1"], { error: "must be 0 or 1" }).optional(),
});

export type Environment = z.output<typeof Settings> & {
  /** At least one way to sign in other than choosing a demo person. */
  hasProviders: boolean;
  /** A database that is created now is to be a demo one. */
  asDemo: boolean;
  /** Whether outside links of documents are looked at: not in demo mode, unless said. */
  checksLinks: boolean;
};

let known: Environment | undefined;

/** The settings of this process. Throws `WrongSetting`, one line that names the variable. */
export function environment(): Environment {
  known ??= readEnvironment(process.env);
  return known;
}

/** Reads and checks settings. An empty value counts as not set. */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value.trim() !== ""),
  );
  const parsed = Settings.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new WrongSetting(`${issue?.path.join(".")} ${issue?.message}.`);
  }
  const settings = parsed.data;
  for (const [one, other] of pairs) requirePair(settings, one, other);
  const hasProviders = Boolean(
    settings.AUTH_OIDC_ISSUER || settings.AUTH_GITHUB_ID || settings.AUTH_GOOGLE_ID || settings.SMTP_URL,
  );
  const asDemo =
    settings.WATCHBILL_DEMO === "1" || (settings.WATCHBILL_DEMO !== "0" && !settings.DATABASE_URL && !hasProviders);
  if (asDemo && hasProviders)
    throw new WrongSetting("WATCHBILL_DEMO must not be 1 where a sign-in provider is configured.");
  if (!asDemo && !settings.AUTH_SECRET)
    throw new WrongSetting("AUTH_SECRET is needed outside demo mode (at least 32 characters).");
  if (!asDemo && !settings.AUTH_URL)
    throw new WrongSetting("AUTH_URL is needed outside demo mode: the address people use.");
  if (settings.SMTP_URL && !settings.MAIL_FROM)
    throw new WrongSetting("MAIL_FROM is needed with SMTP_URL: the sender of messages.");
  const checksLinks = settings.WATCHBILL_CHECK_LINKS ? settings.WATCHBILL_CHECK_LINKS === "1" : !asDemo;
  return { ...settings, hasProviders, asDemo, checksLinks };
}

const pairs = [
  ["AUTH_OIDC_ISSUER", "AUTH_OIDC_ID"],
  ["AUTH_OIDC_ID", "AUTH_OIDC_SECRET"],
  ["AUTH_GITHUB_ID", "AUTH_GITHUB_SECRET"],
  ["AUTH_GOOGLE_ID", "AUTH_GOOGLE_SECRET"],
  ["TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN"],
  ["TWILIO_ACCOUNT_SID", "TWILIO_FROM"],
] as const;

function requirePair(
  settings: z.output<typeof Settings>,
  one: keyof typeof settings,
  other: keyof typeof settings,
): void {
  if (Boolean(settings[one]) === Boolean(settings[other])) return;
  const [present, missing] = settings[one] ? [one, other] : [other, one];
  throw new WrongSetting(`${missing} is needed with ${present}.`);
}
