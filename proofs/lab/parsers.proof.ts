import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { answersOf } from '@/lib/peer-config/device'
import { peerOf } from '@/lib/peer-config/peer'
import { strongswan } from '@/lib/peer-config/strongswan/device'
import { connection, ends } from '@/lib/peer-config/test/arbitrary'

import { missing } from './lab'

/** What the parser of the program itself says of a text; '' when it takes it. */
function check(
  program: string,
  args: (file: string) => string[],
  folder: string,
  text: string,
): string {
  const file = join(folder, 'text')
  writeFileSync(file, text)
  const { status, stdout, stderr } = spawnSync(program, args(file), { encoding: 'utf8' })
  return status === 0 ? '' : `${stdout}${stderr}`
}

/** Generated connections that strongSwan can do, with the parts written for them. */
function everyText(look: (files: { path: string; text: string }[]) => void): void {
  const answers = answersOf(strongswan.questions, {
    lan: '172.16.0.0/16, 172.30.0.0/24',
    vpc: '10.9.0.0/16',
  })
  fc.assert(
    fc.property(connection(), ends(), (settings, both) => {
      const peer = peerOf('a "name"', settings, both)
      if (strongswan.limits(peer, answers).some(({ severity }) => severity === 'error')) return
      look(
        strongswan
          .write(peer, answers)
          .flatMap(({ file, text }) => (file ? [{ path: file, text }] : [])),
      )
    }),
    { numRuns: 60 },
  )
}

describe.skipIf(missing)('the parsers of the programs themselves', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'cv-parsers-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('take every frr.conf: vtysh -C', () => {
    everyText((files) => {
      const frr = files.find(({ path }) => path === '/etc/frr/frr.conf')
      expect(frr ? check('vtysh', (file) => ['-C', '-f', file], folder, frr.text) : '').toBe('')
    })
  })

  it('take every script: sh -n, and its tables: nft -c', () => {
    everyText((files) => {
      const script = files.find(({ path }) => path.startsWith('/usr/local/sbin/'))?.text ?? ''
      expect(check('sh', (file) => ['-n', file], folder, script)).toBe('')
      const tables = /<<END\n([\s\S]*?)\nEND/.exec(script)?.[1] ?? ''
      expect(tables).not.toBe('')
      expect(check('nft', (file) => ['-c', '-f', file], folder, tables)).toBe('')
    })
  })

  it('refuse what is wrong, so that the above says something', () => {
    expect(check('vtysh', (file) => ['-C', '-f', file], folder, 'router bgp x\n')).not.toBe('')
    expect(check('nft', (file) => ['-c', '-f', file], folder, 'table inet x { chain }')).not.toBe(
      '',
    )
    expect(check('sh', (file) => ['-n', file], folder, 'if true')).not.toBe('')
  })
})
