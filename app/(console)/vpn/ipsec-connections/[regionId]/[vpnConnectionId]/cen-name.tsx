'use client'
import { useQuery } from '@tanstack/react-query'

import { Code } from '@/components/ui/code'
import { cenList } from '@/lib/cen/queries'

/** A CEN instance within a sentence: its name, where it is the account's own, beside its id. */
export function CenName({ cenId }: { cenId: string }) {
  const { data: cens } = useQuery(cenList())
  const name = cens?.find((cen) => cen.cenId === cenId)?.name
  return (
    <>
      {name && <bdi>{name} </bdi>}
      <Code>{cenId}</Code>
    </>
  )
}
