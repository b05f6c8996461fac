"use client";

import { RotationEditor, type RotationEditorProps } from "#components/rotations/editor/rotation-editor";
import { changeLayersAction } from "#lib/rotations/actions";

type EditRotationEditorProps = Pick<
  RotationEditorProps,
  "draft" | "preview" | "members" | "people" | "timeZone" | "later"
> & {
  rotation: string;
  /** Where the versions begin that this editor knows of; ISO instants. */
  known: readonly string[];
};

/** Drafts other layers for a rotation. */
export function EditRotationEditor({ rotation, known, ...props }: EditRotationEditorProps) {
  return (
    <RotationEditor
      {...props}
      action={changeLayersAction}
      rotation={rotation}
      back={`/rotations/${rotation}`}
      saveLabel="Save"
      facts={
        <>
          <input type="hidden" name="rotation" value={rotation} />
          <input type="hidden" name="known" value={known.join(" ")} />
        </>
      }
    />
  );
}
