import "server-only";
import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { stringify } from "yaml";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import type { GivenFile } from "#lib/documents/exchange/drafts";
import { factsBeside } from "#lib/documents/exchange/facts-beside";
import { joinFrontMatter } from "#lib/documents/exchange/front-matter";
import type { Manifest } from "#lib/documents/exchange/manifest";
import { exportPath, manifestPath, signaturePath, uploadPath } from "#lib/documents/exchange/paths";
import type { DocumentKind } from "#lib/documents/views";

/**
 * Everything that is written of living services, as files that import again to the same: each text as it was imported
 * or written, signatures, pictures and files, and `watchbill.yaml` with what the texts do not say. Retired documents and
 * earlier revisions stay behind. Throws Forbidden.
 */
export async function exportDocuments(viewer: Viewer): Promise<GivenFile[]> {
  authorize(viewer, "administration:read");
  const manifest: Manifest = {
    ...{ apiVersion: "watchbill.dev/v1", kind: "DocumentExport" },
    ...{ documents: {}, signatures: {}, uploads: {} },
  };
  const files = [
    ...(await documentFiles(manifest)),
    ...(await signatureFiles(manifest)),
    ...(await uploadFiles(manifest)),
  ];
  return [textFile(manifestPath, stringify(manifest, plainly)), ...files];
}

type DocumentRow = {
  service: string;
  kind: DocumentKind;
  slug: string;
  title: string;
  alertNames: string[];
  reviewIntervalDays: number;
  source: { name: string; location: string } | null;
  frontMatter: string | null;
  body: string;
};

async function documentFiles(manifest: Manifest): Promise<GivenFile[]> {
  const rows = await readRows<DocumentRow>(sql`
    select s.slug as service, d.kind, d.slug, d.title, d.alert_names as "alertNames",
      d.review_interval_days as "reviewIntervalDays",
      case when d.source is not null then json_build_object('name', d.source, 'location', d.location) end as source,
      r.front_matter as "frontMatter", r.body
    from documents d join services s on s.id = d.service_id
      join document_revisions r on r.document_id = d.id and r.number = d.revision
    where d.retired_at is null and s.retired_at is null order by s.slug, d.kind, d.slug`);
  return rows.map((row) => {
    const path = exportPath(row.service, row.kind, row.slug);
    const text = joinFrontMatter(row);
    const digest = createHash("sha256").update(row.body).digest("hex");
    const source = row.source ? { source: row.source } : {};
    manifest.documents[path] = { ...factsBeside(path, text, row), ...source, digest };
    return textFile(path, text);
  });
}

type SignatureRow = {
  service: string;
  slug: string;
  source: { name: string; location: string } | null;
  said: Record<string, unknown>;
};

async function signatureFiles(manifest: Manifest): Promise<GivenFile[]> {
  const rows = await readRows<SignatureRow>(sql`
    select s.slug as service, x.slug,
      case when x.source is not null then json_build_object('name', x.source, 'location', x.location) end as source,
      json_build_object('pattern', x.pattern, 'labels', x.labels, 'meaning', x.meaning, 'cause', x.cause,
        'confirm', x.confirm, 'firstStep', x.first_step,
        'runbook', case when d.id is not null then d.slug || coalesce('#' || x.runbook_anchor, '') end) as said
    from signatures x join services s on s.id = x.service_id
      left join documents d on d.id = x.runbook_id and d.retired_at is null
    where x.retired_at is null and s.retired_at is null order by s.slug, x.slug`);
  return rows.map(({ service, slug, source, said }) => {
    const path = signaturePath(service, slug);
    manifest.signatures[path] = source ? { source } : {};
    const entity = { apiVersion: "watchbill.dev/v1", kind: "Signature", metadata: { name: slug } };
    return textFile(path, stringify({ ...entity, spec: { service, ...said } }, plainly));
  });
}

type UploadRow = { id: string; name: string; service: string; content: string };

async function uploadFiles(manifest: Manifest): Promise<GivenFile[]> {
  const rows = await readRows<UploadRow>(sql`
    select u.id, u.name, s.slug as service, encode(u.content, 'base64') as content
    from uploads u join services s on s.id = u.service_id where s.retired_at is null order by u.id`);
  return rows.map(({ id, name, service, content }) => {
    const path = uploadPath(id, name);
    manifest.uploads[path] = { service };
    return { path, bytes: new Uint8Array(Buffer.from(content, "base64")) };
  });
}

const textFile = (path: string, text: string): GivenFile => ({ path, bytes: new TextEncoder().encode(text) });

/** Long lines stay whole, and nothing is written as a reference to something else. */
const plainly = { lineWidth: 0, aliasDuplicateObjects: false } as const;
