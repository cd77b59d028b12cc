import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'

import { Messages } from '@/components/messages/messages'
import { Prefetch, seed } from '@/components/query/prefetch'
import { AUDIT_MESSAGES } from '@/lib/audit/messages'
import { OperationError } from '@/lib/failure/errors'
import { operationView } from '@/lib/operations/queries'
import { viewOperation } from '@/lib/operations/view'
import { currentAccess } from '@/lib/request/access'

import { OperationDetails } from './details'

interface OperationPageProps {
  params: Promise<{ operationId: string }>
}

export async function generateMetadata({ params }: OperationPageProps): Promise<Metadata> {
  const t = await getTranslations('operations')
  const operation = await read((await params).operationId).catch(() => undefined)
  return {
    title: operation
      ? t.markup('named', {
          kind: t(`kind.${operation.kind}`),
          subject: () => operation.subject,
        })
      : t('title'),
  }
}

/** Read once for the page and its title. */
const read = cache(async (operationId: string) =>
  z.uuid().safeParse(operationId).success
    ? await viewOperation(await currentAccess(), operationId)
    : undefined,
)

export default async function OperationPage({ params }: OperationPageProps) {
  const { data: operationId } = z.uuid().safeParse((await params).operationId)
  if (!operationId) notFound()
  const operation = await read(operationId).catch(missing)
  // When it could not be read, the browser asks again and says why.
  const seeds = operation ? [seed(operationView(operationId), async () => operation)] : []
  return (
    <Messages of={[...AUDIT_MESSAGES, 'rules']}>
      <Prefetch seeds={seeds}>
        <OperationDetails operationId={operationId} />
      </Prefetch>
    </Messages>
  )
}

function missing(error: unknown): undefined {
  if (error instanceof OperationError && error.code === 'OperationNotFound') notFound()
}
