import { DemoPeople } from "#components/auth/demo-people";
import { EmailLinkForm } from "#components/auth/email-link-form";
import { Button } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import { signInWithProviderAction } from "#lib/auth/actions";
import type { SignInOptions as Options } from "#lib/auth/queries";

type SignInOptionsProps = { options: Options; callbackUrl: string };

/** The ways to sign in here, each a plain form that works without JavaScript. */
export function SignInOptions({ options, callbackUrl }: SignInOptionsProps) {
  const { providers, hasEmailLinks, demoPeople } = options;
  if (demoPeople) return <DemoPeople people={demoPeople} callbackUrl={callbackUrl} />;
  if (providers.length === 0 && !hasEmailLinks) return <NoWayIn />;

  return (
    <div className="grid max-w-[26rem] gap-6">
      <p className="text-ink-soft">Use the account that your organisation gave you.</p>
      {providers.length > 0 && <ProviderButtons providers={providers} callbackUrl={callbackUrl} />}
      {hasEmailLinks && <EmailLinkForm callbackUrl={callbackUrl} isAlternative={providers.length > 0} />}
    </div>
  );
}

function ProviderButtons({ providers, callbackUrl }: { providers: Options["providers"]; callbackUrl: string }) {
  return (
    <form action={signInWithProviderAction} className="grid gap-2">
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      {providers.map(({ id, name }, index) => (
        <Button key={id} type="submit" name="provider" value={id} variant={index === 0 ? "primary" : "plain"}>
          Continue with {name}
        </Button>
      ))}
    </form>
  );
}

function NoWayIn() {
  return (
    <Notice tone="warn" title="Nobody can sign in yet." className="max-w-[36rem]">
      Whoever runs this server has to configure a provider: OpenID Connect, GitHub, Google or e-mail links. The README
      says how.
    </Notice>
  );
}
