import "server-only";
import type { Provider } from "next-auth/providers";
import { createTransport } from "nodemailer";

const linkMinutes = 30;

/** Sign-in by a link sent to an address. The link opens a page with a button, because mail scanners follow links. */
export function emailProvider(server: string, from: string): Provider {
  return {
    id: "email",
    type: "email",
    name: "E-mail",
    server,
    from,
    maxAge: linkMinutes * 60,
    async sendVerificationRequest({ identifier, url }) {
      const link = confirmationPage(url);
      await createTransport(server).sendMail({
        to: identifier,
        from,
        subject: `Sign in to Watchbill`,
        text: letter(link),
      });
    },
  };
}

/** The page that asks for one more click, in place of the address that signs in at once. */
export function confirmationPage(callback: string): string {
  const { origin, searchParams } = new URL(callback);
  return `${origin}/sign-in/link?${searchParams}`;
}

const letter = (link: string) => `Sign in to Watchbill with this link:

${link}

It works once, for ${linkMinutes} minutes. If you did not ask for it, there is nothing to do.
`;
