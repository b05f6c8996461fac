import "server-only";
import { rawRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";

const statement = `
  select json_build_object(
    'name', s.name, 'description', s.description, 'type', s.type, 'tier', s.tier, 'lifecycle', s.lifecycle,
    'customerFacing', s.customer_facing, 'team', d.slug, 'opsTeam', o.slug, 'repository', s.repository, 'links', s.links,
    'dependsOn', coalesce((select json_agg(json_build_object('service', n.slug, 'kind', e.kind) order by n.slug)
      from dependencies e join services n on n.id = e.to_service_id where e.from_id = s.id), '[]'),
    'needsNothingSince', s.needs_nothing_since,
    'escalation', (select json_build_object('delivery', r.slug,
        'backup', (select slug from rotations where id = p.backup_rotation_id),
        'ops', (select slug from rotations where id = p.ops_rotation_id),
        'backupAfterMinutes', p.backup_after_minutes, 'opsAfterMinutes', p.ops_after_minutes,
        'leadAfterMinutes', p.lead_after_minutes)
      from escalation_paths p join rotations r on r.id = p.delivery_rotation_id where p.service_id = s.id),
    'slug', s.slug, 'gaps', s.gaps, 'ownerReference', s.owner_reference,
    'system', (select slug from entries where entries.id = s.system_id),
    'partOf', (select w.slug from services w where w.id = s.part_of_id),
    'experts', coalesce((select json_agg(json_build_object('email', coalesce(p.email, p.handle), 'name', p.name,
        'note', x.note, 'declaredAt', x.declared_at) order by x.declared_at, p.name)
      from experts x join people p on p.id = x.person_id where x.service_id = s.id), '[]'),
    'createdAt', s.created_at, 'changedAt', s.changed_at, 'retiredAt', s.retired_at
  )::text as body
  from services s left join teams d on d.id = s.delivery_team_id left join teams o on o.id = s.ops_team_id
  where s.id = (
    select id from services where slug = $1
    union all
    select thing from former_addresses where noun = 'service' and address = $1
    limit 1)`;

/**
 * The service as JSON text, as the API shows it, or undefined when there is none at this address or a former one.
 * The database writes the text while the viewer is still being looked up; nobody gets it unauthorized.
 */
export async function findServiceJson(viewer: Viewer | Promise<Viewer>, slug: string): Promise<string | undefined> {
  const [asking, [row]] = await Promise.all([viewer, rawRows<{ body: string }>(statement, [slug])]);
  authorize(asking, "catalog:read");
  return row?.body;
}
