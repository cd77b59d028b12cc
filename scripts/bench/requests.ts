import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Served } from '@/scripts/bench/servers'

/** A press of the action of this name, as the browser sends it. */
export function actionOf(
  build: string,
  { url, name }: { url: string; name: string },
  given: readonly unknown[],
): RequestInit {
  const manifest = readFileSync(join(build, 'server/server-reference-manifest.json'), 'utf8')
  const { node } = JSON.parse(manifest) as { node: Record<string, { exportedName: string }> }
  const [id] = Object.entries(node).find(([, { exportedName }]) => exportedName === name) ?? []
  if (id === undefined) throw new Error(`The build in ${build} has no action ${name}.`)
  return {
    method: 'POST',
    body: JSON.stringify(given),
    headers: {
      'next-action': id,
      origin: new URL(url).origin,
      accept: 'text/x-component',
      'content-type': 'text/plain;charset=UTF-8',
    },
  }
}

/** Milliseconds of CPU for each of `count` rounds of requests to all of `urls`. */
export async function cpuOf(
  { cpu }: Served,
  count: number,
  urls: readonly string[],
  init: RequestInit = {},
): Promise<number> {
  const before = cpu()
  for (let round = 0; round < count; round += 1)
    await Promise.all(
      urls.map(async (url) => {
        const answer = await fetch(url, init)
        if (!answer.ok) throw new Error(`${url} answered ${answer.status}.`)
        await answer.arrayBuffer()
      }),
    )
  return ((cpu() - before) * 1000) / count
}

/** Milliseconds that each of `count` requests takes, one after another. */
export async function timesOf(
  count: number,
  url: string,
  init: RequestInit = {},
): Promise<number[]> {
  const times: number[] = []
  for (let at = 0; at < count; at += 1) {
    const began = performance.now()
    const answer = await fetch(url, init)
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}.`)
    await answer.arrayBuffer()
    times.push(performance.now() - began)
  }
  return times
}
