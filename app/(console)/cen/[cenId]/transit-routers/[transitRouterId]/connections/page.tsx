import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('connections'))('title') }
}

/** The list is drawn by the layout, so that it stays while details open over it. */
export default function ConnectionsPage() {
  return null
}
