'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { Button } from '@/components/ui/button'
import { opened } from '@/components/ui/late'
import { Table } from '@/components/ui/table'
import { memberList } from '@/lib/people/queries'

import { type Opened, useMemberColumns } from './columns'

const Invite = opened(() => import('./invite').then((m) => m.Invite))
const ChangeRole = opened(() => import('./change-role').then((m) => m.ChangeRole))
const EndMember = opened(() => import('./end-member').then((m) => m.EndMember))

interface MembersProps {
  ownId: string
  /** The provider says who there is, and what they may do. */
  rolesElsewhere: boolean
}

export function Members({ ownId, rolesElsewhere }: MembersProps) {
  const t = useTranslations('people')
  const [opened, setOpened] = useState<Opened>()
  const members = useQuery(memberList())
  const close = () => setOpened(undefined)
  return (
    <>
      <Table
        name="people"
        label={t('title')}
        columns={useMemberColumns(ownId, setOpened)}
        rows={members.data}
        rowId={({ personId }) => personId}
        error={members.error}
        onRetry={() => void members.refetch()}
        empty={t('empty')}
        actions={
          <Button
            variant="primary"
            reason={rolesElsewhere ? t('invite.elsewhere') : undefined}
            onClick={() => setOpened('invite')}
          >
            {t('invite.open')}
          </Button>
        }
      />
      {opened === 'invite' && <Invite onClose={close} />}
      {typeof opened === 'object' && opened.change === 'role' && (
        <ChangeRole member={opened.member} rolesElsewhere={rolesElsewhere} onClose={close} />
      )}
      {typeof opened === 'object' && opened.change !== 'role' && (
        <EndMember what={opened.change} member={opened.member} onClose={close} />
      )}
    </>
  )
}
