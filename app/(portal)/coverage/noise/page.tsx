import type { Metadata } from "next";
import { CoverageTabs } from "#components/coverage/coverage-tabs";
import { Noise } from "#components/coverage/noise";
import { NoiseFilter } from "#components/coverage/noise-filter";
import { PageHeader } from "#components/layout/page-header";
import { PrintButton } from "#components/ui/print-button";
import { requireViewer } from "#lib/auth/viewer";
import { now } from "#lib/clock";
import { browseNoise } from "#lib/coverage/noise-queries";

export const metadata: Metadata = { title: "Noise and time to engage" };

export default async function NoisePage({ searchParams }: PageProps<"/coverage/noise">) {
  const [viewer, values] = await Promise.all([requireViewer(), searchParams]);
  const noise = await browseNoise(viewer, values, now());

  return (
    <>
      <PageHeader
        title="Noise and time to engage"
        lede="Which rules woke people for nothing, and how soon somebody who knows the service was there."
        actions={<PrintButton />}
        tabs={<CoverageTabs />}
      />
      <NoiseFilter team={noise.team} />
      <Noise noise={noise} timeZone={viewer.timeZone} />
    </>
  );
}
