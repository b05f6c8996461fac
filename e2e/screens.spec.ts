import { globSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { violations } from "#e2e/axe";
import { signIn } from "#e2e/signed-in";

const few = 6;
const administrator = "Petra Lindqvist";

/** Each screen of the portal with an address of the demo organisation on which it has something to say. */
const screens: Record<string, string> = {
  "/": "/",
  "/[...missing]": "/no/such/page",
  "/account": "/account",
  "/account/calendars": "/account/calendars",
  "/account/contact-methods": "/account/contact-methods?add=ntfy",
  "/account/notifications": "/account/notifications",
  "/account/outbox": "/account/outbox",
  "/account/tokens": "/account/tokens",
  "/administration": "/administration",
  "/administration/coverage": "/administration/coverage",
  "/administration/criteria": "/administration/criteria",
  "/administration/documents": "/administration/documents",
  "/administration/imports": "/administration/imports",
  "/administration/senders": "/administration/senders",
  "/administration/tokens": "/administration/tokens",
  "/alerts": "/alerts",
  "/coverage": "/coverage",
  "/coverage/noise": "/coverage/noise",
  "/documents": "/documents",
  "/documents/alert-rules": "/documents/alert-rules",
  "/entries/[kind]/[slug]": "/entries/api/orders-api",
  "/entries/[kind]/[slug]/history": "/entries/api/orders-api/history",
  "/people": "/people",
  "/people/[person]": "/people/ada@harbour.example",
  "/people/[person]/absences": "/people/lin@harbour.example/absences",
  "/people/[person]/edit": "/people/ada@harbour.example/edit",
  "/people/[person]/history": "/people/ada@harbour.example/history",
  "/people/[person]/record": "/people/petra@harbour.example/record?edit=whole",
  "/people/[person]/record/sharing": "/people/petra@harbour.example/record/sharing",
  "/people/new": "/people/new",
  "/r/[alertName]": "/r/NobodyAnswersThis?service=checkout",
  "/rotations": "/rotations",
  "/rotations/[rotation]": "/rotations/checkout-primary",
  "/rotations/[rotation]/ask": "/rotations/checkout-primary/ask?person=marek@harbour.example",
  "/rotations/[rotation]/edit": "/rotations/checkout-primary/edit",
  "/rotations/[rotation]/handoff": "/rotations/checkout-primary/handoff",
  "/rotations/[rotation]/history": "/rotations/checkout-primary/history",
  "/rotations/[rotation]/load": "/rotations/checkout-primary/load",
  "/rotations/[rotation]/month": "/rotations/checkout-primary/month",
  "/rotations/[rotation]/readiness": "/rotations/checkout-primary/readiness",
  "/rotations/[rotation]/settings": "/rotations/checkout-primary/settings",
  "/rotations/[rotation]/shadow": "/rotations/checkout-primary/shadow",
  "/rotations/[rotation]/swap": "/rotations/checkout-primary/swap",
  "/rotations/[rotation]/table": "/rotations/checkout-primary/table",
  "/rotations/[rotation]/take": "/rotations/checkout-primary/take",
  "/rotations/new": "/rotations/new",
  "/search": "/search?q=chekout",
  "/search/paste": "/search/paste",
  "/services": "/services",
  "/services/[service]": "/services/checkout",
  "/services/[service]/alerts": "/services/checkout/alerts",
  "/services/[service]/alerts/settings": "/services/checkout/alerts/settings",
  "/services/[service]/coverage": "/services/checkout/coverage",
  "/services/[service]/dependencies": "/services/checkout/dependencies",
  "/services/[service]/documents": "/services/checkout/documents",
  "/services/[service]/drills": "/services/checkout/drills",
  "/services/[service]/edit": "/services/checkout/edit",
  "/services/[service]/escalation": "/services/checkout/escalation",
  "/services/[service]/experts": "/services/checkout/experts",
  "/services/[service]/history": "/services/checkout/history",
  "/services/[service]/notes/[slug]": "/services/checkout/notes/looked-at",
  "/services/[service]/notes/[slug]/edit": "/services/checkout/notes/looked-at/edit",
  "/services/[service]/notes/[slug]/history": "/services/checkout/notes/looked-at/history",
  "/services/[service]/notes/[slug]/history/[n]": "/services/checkout/notes/looked-at/history/1",
  "/services/[service]/notes/[slug]/move": "/services/checkout/notes/looked-at/move",
  "/services/[service]/notes/[slug]/retire": "/services/checkout/notes/looked-at/retire",
  "/services/[service]/notes/[slug]/suggest": "/services/checkout/notes/looked-at/suggest",
  "/services/[service]/notes/new": "/services/checkout/notes/new",
  "/services/[service]/rename": "/services/checkout/rename",
  "/services/[service]/retire": "/services/checkout/retire",
  "/services/[service]/runbooks/[slug]": "/services/checkout/runbooks/looked-at",
  "/services/[service]/runbooks/[slug]/edit": "/services/checkout/runbooks/looked-at/edit",
  "/services/[service]/runbooks/[slug]/history": "/services/checkout/runbooks/looked-at/history?before=1&after=2",
  "/services/[service]/runbooks/[slug]/history/[n]": "/services/checkout/runbooks/looked-at/history/1",
  "/services/[service]/runbooks/[slug]/move": "/services/checkout/runbooks/looked-at/move",
  "/services/[service]/runbooks/[slug]/retire": "/services/checkout/runbooks/looked-at/retire",
  "/services/[service]/runbooks/[slug]/suggest": "/services/checkout/runbooks/looked-at/suggest",
  "/services/[service]/runbooks/new": "/services/checkout/runbooks/new",
  "/services/[service]/signatures": "/services/checkout/signatures",
  "/services/[service]/signatures/[signature]": "/services/checkout/signatures/looked-at",
  "/services/[service]/signatures/[signature]/edit": "/services/checkout/signatures/looked-at/edit",
  "/services/[service]/signatures/new": "/services/checkout/signatures/new",
  "/services/[service]/transfer": "/services/checkout/transfer",
  "/services/new": "/services/new",
  "/teams": "/teams",
  "/teams/[team]": "/teams/checkout",
  "/teams/[team]/coverage": "/teams/checkout/coverage",
  "/teams/[team]/edit": "/teams/checkout/edit",
  "/teams/[team]/history": "/teams/checkout/history",
  "/teams/[team]/members": "/teams/checkout/members",
  "/teams/new": "/teams/new",
};

/** Screens whose address is made by what is done before; their own journeys look at them. */
const made = [
  "/alerts/[alert]/account",
  "/administration/imports/[run]",
  "/services/[service]/drills/[drill]",
  "/services/[service]/notes/[slug]/suggestions/[suggestion]",
  "/services/[service]/runbooks/[slug]/suggestions/[suggestion]",
];

/** Two documents with everything in them that a text can hold, and a signature. Whichever worker comes second changes nothing. */
test.beforeAll(async ({ request }) => {
  const headers = { authorization: `Bearer ${process.env.WATCHBILL_BOOTSTRAP_TOKEN}` };
  for (const room of ["runbooks", "notes"]) {
    for (const last of ["Then wait.", "Then wait five minutes."]) {
      const data = { title: `Looked at: ${room}`, body: `${bodyOf(room)}\n${last}\n` };
      await request.put(`/api/v1/services/checkout/${room}/looked-at`, { headers, data });
    }
  }
  await request.put("/api/v1/services/checkout/signatures/looked-at", { headers, data: signature });
});

const signature = {
  pattern: "connection to * refused\nJedisConnectionException: Could not get a resource from the pool",
  labels: { severity: "critical" },
  meaning: "The pool of connections is empty",
  cause: "A deploy of `checkout` doubled its workers.",
  confirm: "The board shows 900 clients.",
  firstStep: "Roll back.",
  runbook: "looked-at#mitigation-1",
};

function bodyOf(room: string): string {
  return `## ${room === "notes" ? "What it assumes" : "Mitigation"}

1. Roll back: \`shipctl rollback checkout\`, then look at [the dashboard](https://example.com/dashboard).
2. Ask [payments](/services/payments) and **Gift cards**.

   \`\`\`sh
   kubectl --context production-europe-west-1 --namespace checkout get pods --selector app=checkout --watch
   \`\`\`

> [!WARNING]
> Never empty the queue by hand.

| what you see | what it means |
| --- | --- |
| 900 clients | the pool leaks |

## Afterwards

- [x] tell the team
- [ ] write it down
`;
}

test("every screen of the portal is in this list", () => {
  const pages = globSync("app/(portal)/**/page.tsx").map(
    (file) => file.slice("app/(portal)".length, -"/page.tsx".length) || "/",
  );
  expect(pages.filter((page) => !made.includes(page)).toSorted()).toEqual(Object.keys(screens).toSorted());
});

/** The addresses by the first word of their path, a few at a time, so that both workers end at about the same time. */
const rooms = [...Map.groupBy(Object.values(screens), (address) => address.split(/[/?]/)[1] || "home")].flatMap(
  ([room, addresses]) =>
    Array.from({ length: Math.ceil(addresses.length / few) }, (_, part) => ({
      room: part === 0 ? room : `${room}, part ${part + 1},`,
      addresses: addresses.slice(part * few, (part + 1) * few),
    })),
);

for (const { room, addresses } of rooms) {
  test(`every screen of ${room} passes axe, in the dark too, fits 320 px, has one heading, and breaks no rule of the content policy`, async ({
    page,
    baseURL,
  }) => {
    test.setTimeout(240_000);
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error" && !/status of 404/.test(message.text()))
        complaints.push(`${page.url()}: ${message.text()}`);
    });
    page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
    await signIn(page, baseURL ?? "", administrator);
    const size = page.viewportSize();

    for (const address of addresses) {
      await page.goto(address);
      const wrong = await violations(page);
      expect
        .soft(
          wrong.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`),
          `axe on ${address}`,
        )
        .toEqual([]);
      expect.soft(await page.getByRole("heading", { level: 1 }).count(), `headings of ${address}`).toBe(1);

      await page.setViewportSize({ width: 320, height: 640 });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect.soft(overflow, `overflow of ${address}`).toBe(0);
      if (size) await page.setViewportSize(size);

      // A colour that is still on its way from light to dark has no contrast of its own.
      await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
      const dark = await violations(page, ["color-contrast"]);
      expect
        .soft(
          dark.flatMap(({ nodes }) => nodes.map(({ html }) => html)),
          `contrast of ${address} in the dark`,
        )
        .toEqual([]);
      await page.emulateMedia({ colorScheme: "light", reducedMotion: "no-preference" });
    }
    expect(complaints).toEqual([]);
  });
}

test("without JavaScript every screen that is there can be read, and has its title before anything shows", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const context = await browser.newContext({ baseURL: baseURL ?? "", javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, baseURL ?? "", administrator);

  // Next.js draws the page for a missing address in the browser only.
  for (const address of Object.values(screens).filter((one) => one !== screens["/[...missing]"])) {
    const answer = await page.goto(address);
    await expect.soft(page.getByRole("heading", { level: 1 }), address).toBeVisible();
    const [head] = ((await answer?.text()) ?? "").split("<body");
    expect.soft(head, address).toMatch(/<title>[^<]+<\/title>/);
  }
  await context.close();
});
