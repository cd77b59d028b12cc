import { expect, test } from 'vitest'

import { toNewConnection } from '@/lib/connection-form/request'
import { acceptConnectionForm } from '@/lib/connection-form/schema'
import { cleanConnectionForm, KNOWN } from '@/lib/connection-form/test/known'

test('a name too long for a connection is shortened to what it takes, no character cut in two', () => {
  const { connection } = acceptConnectionForm(cleanConnectionForm(), KNOWN)
  const named = (name: string) =>
    toNewConnection(connection, { regionId: 'eu-central-1', name, tags: [] }).name
  expect(named('a'.repeat(100))).toBe('a'.repeat(100))
  expect(named('a'.repeat(128))).toBe('a'.repeat(100))
  expect(named(`${'a'.repeat(99)}🏢`)).toBe('a'.repeat(99))
})
