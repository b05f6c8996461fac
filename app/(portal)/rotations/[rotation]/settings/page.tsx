import { notFound } from "next/navigation";
import { PageHeader } from "#components/layout/page-header";
import {
  RenameRotation,
  RetireRotation,
  RotationFactsForm,
  TeamDefault,
} from "#components/rotations/editor/rotation-settings";
import { ButtonLink } from "#components/ui/button-link";
import { loadRotation, rotationMetadata } from "../load-rotation";

type Props = PageProps<"/rotations/[rotation]/settings">;

export const generateMetadata = ({ params }: Props) => rotationMetadata(params, "Settings");

export default async function RotationSettingsPage({ params }: Props) {
  const { rotation } = await loadRotation(params, "/settings");
  if (!rotation.permissions.canEdit) notFound();
  const address = `/rotations/${rotation.slug}`;

  return (
    <div className="max-w-[40rem]">
      <PageHeader
        title={`Settings of ${rotation.name}`}
        breadcrumb={[
          { label: "Rotations", href: "/rotations" },
          { label: rotation.name, href: address },
        ]}
        actions={!rotation.retiredAt && <ButtonLink href={`${address}/edit`}>Change layers</ButtonLink>}
      />
      <RotationFactsForm rotation={rotation} />
      <RenameRotation rotation={rotation} />
      <TeamDefault rotation={rotation} />
      <RetireRotation rotation={rotation} />
    </div>
  );
}
