import { mayChangeAudit, migrateDatabase } from '@/lib/db/migrate'

const url = process.env['DATABASE_URL']
if (!url) throw new Error('DATABASE_URL is not set.')
await migrateDatabase(process.env['DATABASE_OWNER_URL'] || url, url)
if (await mayChangeAudit(url))
  // A line of the log, which the supervisor passes on.
  console.log(
    JSON.stringify({
      level: 40,
      time: Date.now(),
      msg: 'The role of DATABASE_URL could change the audit. Give it a narrow one, and the owner in DATABASE_OWNER_URL: README, "A database of your own".',
    }),
  )
