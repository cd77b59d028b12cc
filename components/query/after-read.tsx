import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'

import { PageHeader } from '@/components/shell/page-header'
import { Failure } from '@/lib/failure/errors'
import { wordsOf } from '@/lib/failure/words'
import { isAfterAction, isDocument } from '@/lib/request/document'

import { LatePart } from './late-part'
import { PageSkeleton } from './page-skeleton'
import { ReadFailure } from './read-failure'

interface AfterReadProps<T> {
  /** Gives undefined when there is no such page. */
  reading: Promise<T | undefined>
  /** What the page is called while nothing of it could be read. */
  title: string
  children: (read: T) => ReactNode
}

/**
 * What one read decides: a skeleton until it is there, what the cloud said when it fails. A document waits for it, and
 * has no boundary then: React shows what is in one 300 ms after its fallback, however early it came.
 */
export async function AfterRead<T>({ reading, title, children }: AfterReadProps<T>) {
  // A document that is on its way cannot become a 404, and an answer to an action must not draw the page anew.
  const waits = (await isDocument()) || (await isAfterAction())
  if (waits) {
    const [read] = await Promise.allSettled([reading])
    if (read.status === 'fulfilled' && read.value === undefined) notFound()
  }
  return (
    <LatePart isLate={!waits} fallback={<PageSkeleton />}>
      <Read reading={reading} title={title}>
        {children}
      </Read>
    </LatePart>
  )
}

async function Read<T>({ reading, title, children }: AfterReadProps<T>) {
  const read = await settled(reading)
  if (read instanceof Failure) {
    const { code, requestId } = read
    return (
      <>
        <PageHeader title={title} />
        <ReadFailure code={code} message={wordsOf(read)} {...(requestId && { requestId })} />
      </>
    )
  }
  if (read === undefined) notFound()
  return children(read)
}

async function settled<T>(reading: Promise<T>): Promise<T | Failure> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
}
