import type { Pool } from 'pg'

import { type NewAuditEntry, recordAudit } from '@/lib/audit/append'

/** What only the owner of the database can do: to change what is written. */
export const changing = (owner: Pool) => (change: string) =>
  owner.query(`
    alter table audit disable trigger user;
    ${change};
    alter table audit enable trigger user;`)

/** Writes a line; what is not said of it is that of any other. */
export const write = (entry: Partial<NewAuditEntry> = {}) =>
  recordAudit({
    actor: 'main',
    phase: 'intent',
    action: 'vpc:CreateCustomerGateway',
    regionId: 'eu-central-1',
    changes: [],
    ...entry,
  })
