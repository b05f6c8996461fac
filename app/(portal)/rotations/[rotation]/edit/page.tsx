import { notFound } from "next/navigation";
import { PageHeader } from "#components/layout/page-header";
import { EditRotationEditor } from "#components/rotations/editor/edit-rotation-editor";
import { VersionChoice } from "#components/rotations/editor/version-choice";
import { ButtonLink } from "#components/ui/button-link";
import { now } from "#lib/clock";
import { typedInput } from "#lib/rotations/editor/draft";
import { draftOfVersion } from "#lib/rotations/editor/draft-start";
import { listTeamMembers } from "#lib/rotations/editor/member-queries";
import { answerDraft } from "#lib/rotations/editor/preview-queries";
import { findSeat } from "#lib/rotations/seat-queries";
import { loadRotation, rotationMetadata } from "../load-rotation";

type Props = PageProps<"/rotations/[rotation]/edit">;

export const generateMetadata = ({ params }: Props) => rotationMetadata(params, "Change layers");

export default async function EditRotationPage({ params, searchParams }: Props) {
  const [{ viewer, rotation }, { from }] = await Promise.all([loadRotation(params, "/edit"), searchParams]);
  if (!rotation.permissions.canEdit || rotation.retiredAt) notFound();
  const { slug, name, team, version, laterVersions } = rotation;
  const chosen = laterVersions.find((later) => later.from === from) ?? version;
  const at = now();
  const [seat, members] = await Promise.all([findSeat(viewer, rotation, at), listTeamMembers(viewer, team.slug)]);
  const draft = draftOfVersion(chosen, seat.until, at);
  const preview = await answerDraft(viewer, { rotation: slug }, typedInput(draft));
  const everybody = [
    ...members,
    ...[version, ...laterVersions].flatMap(({ layers }) => layers.flatMap((layer) => layer.participants)),
  ];

  return (
    <>
      <PageHeader
        title={`Change ${name}`}
        breadcrumb={[
          { label: "Rotations", href: "/rotations" },
          { label: name, href: `/rotations/${slug}` },
        ]}
        lede="What lies before the change stays as it was."
        actions={<ButtonLink href={`/rotations/${slug}/settings`}>Settings</ButtonLink>}
      />
      <VersionChoice rotation={rotation} chosen={chosen.from} timeZone={viewer.timeZone} />
      <EditRotationEditor
        key={chosen.from}
        rotation={slug}
        draft={draft}
        preview={preview}
        members={members}
        people={Object.fromEntries(everybody.map(({ address, name, timeZone }) => [address, { name, timeZone }]))}
        known={[version, ...laterVersions].map(({ from }) => from)}
        later={laterVersions.filter((later) => later !== chosen).map(({ from }) => from)}
        timeZone={viewer.timeZone}
      />
    </>
  );
}
