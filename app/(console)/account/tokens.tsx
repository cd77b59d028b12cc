'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { ApiTokens } from '@/components/api-token/table'
import { Button } from '@/components/ui/button'
import { opened } from '@/components/ui/late'
import { TextLink } from '@/components/ui/text-link'
import { tokenList } from '@/lib/people/queries'

import { revokeOwnToken } from './actions'

const CreateToken = opened(() => import('./create-token').then((m) => m.CreateToken))

/** The API tokens of whoever reads the page. */
export function OwnTokens() {
  const t = useTranslations('apiTokens')
  const [isOpen, setOpen] = useState(false)
  return (
    <div>
      <ApiTokens
        tokens={tokenList()}
        revoke={revokeOwnToken}
        actions={
          <Button variant="primary" onClick={() => setOpen(true)}>
            {t('create')}
          </Button>
        }
      />
      <p className="mt-2 text-hint text-muted">
        {t.rich('about', {
          link: (words) => (
            <TextLink href="/api/openapi" className="underline">
              {words}
            </TextLink>
          ),
        })}
      </p>
      {isOpen && <CreateToken onClose={() => setOpen(false)} />}
    </div>
  )
}
