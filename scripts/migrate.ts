import { migrateDatabase } from '@/lib/db/migrate'

const url = process.env['DATABASE_URL']
if (!url) throw new Error('DATABASE_URL is not set.')
await migrateDatabase(url)
