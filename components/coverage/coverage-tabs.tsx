import { TabLinks } from "#components/ui/tab-links";

/** The rooms of coverage. */
export function CoverageTabs() {
  return (
    <TabLinks
      label="Coverage"
      tabs={[
        { href: "/coverage", label: "Services" },
        { href: "/coverage/noise", label: "Noise and time to engage" },
      ]}
    />
  );
}
