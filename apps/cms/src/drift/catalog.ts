import type { Database } from "../database.ts";

/** What is in the application's database, by kind and name, each with its definition. */
export type Catalog = Map<string, string>;

/**
 * Reads every object that somebody could have made by hand: relations, columns, indexes,
 * constraints, triggers, functions, types, policies, extensions, schemas and grants.
 */
export async function readCatalog(database: Database): Promise<Catalog> {
  const { rows } = await database.query<{ key: string; definition: string }>(`
    with relations as (
      select c.oid, c.relname, c.relkind, c.relacl, c.relowner, c.relrowsecurity
      from pg_class c where c.relnamespace = 'public'::regnamespace
    )
    select case relkind when 'S' then 'sequence ' else 'table ' end || relname as key,
           relkind::text || case when relrowsecurity then ' rls' else '' end as definition
      from relations where relkind in ('r', 'p', 'v', 'm', 'f', 'S')
    union all
    select 'column ' || r.relname || '.' || a.attname,
           format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
      from pg_attribute a join relations r on r.oid = a.attrelid
      where r.relkind in ('r', 'p', 'v', 'm', 'f') and a.attnum > 0 and not a.attisdropped
    union all
    select 'index ' || i.relname, pg_get_indexdef(x.indexrelid)
      from pg_index x join relations i on i.oid = x.indexrelid
    union all
    select 'constraint ' || r.relname || '.' || k.conname, pg_get_constraintdef(k.oid)
      from pg_constraint k join relations r on r.oid = k.conrelid where k.contype <> 'n'
    union all
    select 'trigger ' || r.relname || '.' || t.tgname,
           case when t.tgenabled = 'O' then pg_get_triggerdef(t.oid) else 'switched off' end
      from pg_trigger t join relations r on r.oid = t.tgrelid where not t.tgisinternal
    union all
    select 'function ' || p.proname, md5(p.prosrc)
      from pg_proc p where p.pronamespace = 'public'::regnamespace
       and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    union all
    select 'type ' || t.typname, t.typtype::text
      from pg_type t where t.typnamespace = 'public'::regnamespace
       and t.typtype in ('e', 'd') and t.typelem = 0
    union all
    select 'policy ' || r.relname || '.' || p.polname, p.polcmd::text
      from pg_policy p join relations r on r.oid = p.polrelid
    union all
    select 'rule ' || r.relname || '.' || w.rulename, ''
      from pg_rewrite w join relations r on r.oid = w.ev_class where w.rulename <> '_RETURN'
    union all
    select 'extension ' || extname, '' from pg_extension where extname <> 'plpgsql'
    union all
    select 'schema ' || nspname, '' from pg_namespace
      where nspname not like 'pg\\_%' and nspname not in ('public', 'information_schema')
    union all
    select 'grant on ' || r.relname || ' to ' || coalesce(g.rolname, 'everybody'),
           string_agg(acl.privilege_type, ',' order by acl.privilege_type)
      from relations r cross join lateral aclexplode(r.relacl) acl
      left join pg_roles g on g.oid = acl.grantee
      where acl.grantee <> r.relowner group by 1
    union all
    select 'grant on ' || r.relname || '.' || a.attname || ' to ' || coalesce(g.rolname, 'everybody'),
           string_agg(acl.privilege_type, ',' order by acl.privilege_type)
      from relations r join pg_attribute a on a.attrelid = r.oid
      cross join lateral aclexplode(a.attacl) acl left join pg_roles g on g.oid = acl.grantee
      group by 1`);
  return new Map(rows.map(({ key, definition }) => [key, definition]));
}
