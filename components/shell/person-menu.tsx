'use client'
import { ChevronDown, CircleUserRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'

import { Menu } from '@/components/ui/menu'
import { Spinner } from '@/components/ui/spinner'
import { routes } from '@/lib/navigation/routes'
import type { ActionResult } from '@/lib/request/result'

import { useSwitch } from './use-switch'

interface PersonMenuProps {
  name: string
  /** Whether the page of all people is for this person. */
  administrates: boolean
  signOut: (input: Record<string, never>) => Promise<ActionResult<void>>
}

/** Who is signed in, and what that person can do about it. */
export function PersonMenu({ name, administrates, signOut }: PersonMenuProps) {
  const t = useTranslations('shell.person')
  const router = useRouter()
  const { pending, change } = useSwitch()
  const leave = () =>
    // A full load: nothing that was read for this person stays in the browser.
    change(
      () => signOut({}),
      () => window.location.assign(routes.signIn()),
    )
  const pages = [
    { key: 'account', href: routes.ownAccount() },
    ...(administrates ? [{ key: 'people', href: routes.people() } as const] : []),
  ] as const
  return (
    <Menu
      label={t('label', { name })}
      className="inline-flex h-8 items-center gap-1.5 rounded-control px-2 transition-colors motion hover:bg-bar-line sm:px-2.5"
      items={[
        ...pages.map(({ key, href }) => ({
          key,
          label: t(key),
          onSelect: () => router.push(href),
        })),
        { key: 'signOut', label: t('signOut'), onSelect: leave },
      ]}
    >
      <CircleUserRound aria-hidden size={16} className="sm:hidden" />
      <bdi className="max-w-40 truncate max-sm:sr-only">{name}</bdi>
      {pending ? <Spinner /> : <ChevronDown aria-hidden size={14} />}
    </Menu>
  )
}
