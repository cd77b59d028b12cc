import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'

import { type Namespace, pick } from '@/lib/i18n/pick'

import { MergedMessages } from './merged-messages'

interface MessagesProps {
  /** Beside those of the shell, which every page has. */
  of: readonly Namespace[]
  children: ReactNode
}

/** Gives the client components below it their own part of the catalogue. */
export async function Messages({ of, children }: MessagesProps) {
  return <MergedMessages json={jsonOf(await getMessages(), of)}>{children}</MergedMessages>
}

type Catalogue = Awaited<ReturnType<typeof getMessages>>

const known = new WeakMap<Catalogue, Map<string, string>>()

/** One text is passed on as it is; of a tree each leaf is written, and read again, by itself, twice for each page. */
function jsonOf(catalogue: Catalogue, of: readonly Namespace[]): string {
  const parts = known.get(catalogue) ?? new Map<string, string>()
  known.set(catalogue, parts)
  const name = of.join(' ')
  const json = parts.get(name) ?? JSON.stringify(pick(catalogue, of))
  parts.set(name, json)
  return json
}
