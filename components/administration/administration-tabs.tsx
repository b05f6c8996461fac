import { TabLinks } from "#components/ui/tab-links";

const tabs = [
  { href: "/administration", label: "Overview" },
  { href: "/administration/imports", label: "Imports" },
  { href: "/administration/documents", label: "Documents" },
  { href: "/administration/tokens", label: "Service tokens" },
  { href: "/administration/senders", label: "Senders" },
  { href: "/administration/coverage", label: "Coverage" },
  { href: "/administration/criteria", label: "Criteria" },
];

/** The rooms of administration. */
export function AdministrationTabs() {
  return <TabLinks label="Administration" tabs={tabs} />;
}
